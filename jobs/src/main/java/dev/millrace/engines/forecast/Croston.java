package dev.millrace.engines.forecast;

import java.util.OptionalDouble;

/**
 * Forecasts intermittent demand by the size of demands, smoothed, over the periods between them, smoothed: Croston, "Forecasting and
 * stock control for intermittent demands", Operational Research Quarterly 23 (1972). It expects somewhat too much; see {@link Sba}.
 *
 * @param alpha smoothing parameter of sizes and intervals, above 0 and at most 1; where it is empty, that of each from 0.1 to 0.3 whose
 *     squared errors are least
 */
public record Croston(OptionalDouble alpha) implements SeriesMethod {

    /** Refuses an alpha that is none, by an IllegalArgumentException. */
    public Croston {
        if (alpha.isPresent() && !(alpha.getAsDouble() > 0 && alpha.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "Alpha lies above 0 and not above 1, not at " + alpha.getAsDouble() + ".");
        }
    }

    /** With one smoothing parameter for all series: 0.1 is usual. */
    public static Croston of(double alpha) {
        return new Croston(OptionalDouble.of(alpha));
    }

    /** With the best smoothing parameters of each series. */
    public static Croston optimised() {
        return new Croston(OptionalDouble.empty());
    }

    @Override
    public String name() {
        return "croston";
    }

    /**
     * Fits the series. Periods whose value is not positive count as periods without demand; a series without any demand is expected
     * to stay so.
     *
     * @throws SeriesTooShortException without values
     */
    @Override
    public SeriesModel fit(double... values) {
        if (values.length == 0) {
            throw new SeriesTooShortException(name(), 1, 0);
        }
        return CrostonModel.of("Croston", values, alpha, intervalAlpha -> 1);
    }
}
