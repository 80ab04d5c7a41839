package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;

/** Forecasts every period by the mean of all: FPP3, as in {@link SeasonalNaive}, sections 5.2 and 5.5. */
public record Mean() implements SeriesMethod {

    @Override
    public String name() {
        return "mean";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below two values
     */
    @Override
    public SeriesModel fit(double... values) {
        if (values.length < 2) {
            throw new SeriesTooShortException(name(), 2, values.length);
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double[] fitted = new double[values.length];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            fitted[t] = t == 0 ? Double.NaN : sum / t;
            sum += values[t];
        }
        return new Model(mean, Math.sqrt(squares / (values.length - 1)), fitted);
    }

    private record Model(double mean, double error, double[] fitted) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            double[] all = new double[steps];
            double[] deviation = new double[steps];
            Arrays.fill(all, mean);
            // FPP3, table 5.2: the mean is itself an estimate.
            Arrays.fill(deviation, error * Math.sqrt(1 + 1.0 / fitted.length));
            return new SeriesForecast(all, deviation);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "mean %.4g, deviation %.4g", mean, error);
        }
    }
}
