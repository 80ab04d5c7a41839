package dev.millrace.engines.forecast;

import java.util.Locale;

/**
 * Forecasts along the line from the first value through the last: Hyndman and Athanasopoulos, "Forecasting: Principles and Practice",
 * 3rd edition, here FPP3, sections 5.2 and 5.5.
 */
public record Drift() implements SeriesMethod {

    private static final int NEEDED = 3;

    @Override
    public String name() {
        return "drift";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below three values
     */
    @Override
    public SeriesModel fit(double... values) {
        int length = values.length;
        if (length < NEEDED) {
            throw new SeriesTooShortException(name(), NEEDED, length);
        }
        double drift = (values[length - 1] - values[0]) / (length - 1);
        double[] fitted = new double[length];
        fitted[0] = Double.NaN;
        double squares = 0;
        for (int t = 1; t < length; t++) {
            fitted[t] = values[t - 1] + drift;
            squares += (values[t] - fitted[t]) * (values[t] - fitted[t]);
        }
        // FPP3, equation 5.1: without the first error, and one less for the drift.
        return new Model(values[length - 1], drift, Math.sqrt(squares / (length - 2)), fitted);
    }

    private record Model(double last, double drift, double error, double[] fitted) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            double[] mean = new double[steps];
            double[] deviation = new double[steps];
            for (int h = 1; h <= steps; h++) {
                mean[h - 1] = last + h * drift;
                // FPP3, table 5.2.
                deviation[h - 1] = error * Math.sqrt(h * (1 + h / (fitted.length - 1.0)));
            }
            return new SeriesForecast(mean, deviation);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "drift %.4g a period, deviation %.4g", drift, error);
        }
    }
}
