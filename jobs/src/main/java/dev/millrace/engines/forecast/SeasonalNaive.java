package dev.millrace.engines.forecast;

import java.util.Locale;

/**
 * Forecasts each period by the same one of the last season: Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd
 * edition, here FPP3, sections 5.2 and 5.5.
 *
 * @param period how many periods a season has
 */
public record SeasonalNaive(int period) implements SeriesMethod {

    /** Refuses a season without periods, by an IllegalArgumentException. */
    public SeasonalNaive {
        if (period < 1) {
            throw new IllegalArgumentException("A season has at least one period, not " + period + ".");
        }
    }

    @Override
    public String name() {
        return "seasonal_naive";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below one value more than a season has periods
     */
    @Override
    public SeriesModel fit(double... values) {
        if (values.length <= period) {
            throw new SeriesTooShortException(name(), period + 1, values.length);
        }
        double[] fitted = new double[values.length];
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            fitted[t] = t < period ? Double.NaN : values[t - period];
            squares += t < period ? 0 : (values[t] - fitted[t]) * (values[t] - fitted[t]);
        }
        double[] last = new double[period];
        System.arraycopy(values, values.length - period, last, 0, period);
        return new Model(last, Math.sqrt(squares / (values.length - period)), fitted);
    }

    private record Model(double[] last, double error, double[] fitted) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            double[] mean = new double[steps];
            double[] deviation = new double[steps];
            for (int h = 0; h < steps; h++) {
                mean[h] = last[h % last.length];
                int seasons = h / last.length + 1;
                // FPP3, table 5.2: another error joins in each season.
                deviation[h] = error * Math.sqrt(seasons);
            }
            return new SeriesForecast(mean, deviation);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "the same of %d periods before, deviation %.4g", last.length, error);
        }
    }
}
