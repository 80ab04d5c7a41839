package dev.millrace.engines.forecast;

import java.util.OptionalDouble;

/**
 * Croston's method ({@link Croston}) without most of its bias, times 1 - alpha / 2 of the intervals: Syntetos and Boylan, "The accuracy
 * of intermittent demand estimates", International Journal of Forecasting 21 (2005).
 *
 * @param alpha smoothing parameter of sizes and intervals, above 0 and at most 1; where it is empty, that of each from 0.1 to 0.3 whose
 *     squared errors are least
 */
public record Sba(OptionalDouble alpha) implements SeriesMethod {

    /** Refuses an alpha that is none, by an IllegalArgumentException. */
    public Sba {
        if (alpha.isPresent() && !(alpha.getAsDouble() > 0 && alpha.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "Alpha lies above 0 and not above 1, not at " + alpha.getAsDouble() + ".");
        }
    }

    /** With one smoothing parameter for all series: 0.1 is usual. */
    public static Sba of(double alpha) {
        return new Sba(OptionalDouble.of(alpha));
    }

    /** With the best smoothing parameters of each series. */
    public static Sba optimised() {
        return new Sba(OptionalDouble.empty());
    }

    @Override
    public String name() {
        return "sba";
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
        return CrostonModel.of("SBA", values, alpha, intervalAlpha -> 1 - intervalAlpha / 2);
    }
}
