package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;

/**
 * Forecasts each period by the mean of the same one of the last seasons: {@link SeasonalNaive} with its chance evened out.
 *
 * @param period how many periods a season has
 * @param seasons how many seasons the mean is of
 */
public record SeasonalMean(int period, int seasons) implements SeriesMethod {

    /** Refuses a season without periods, and a mean of nothing, by an IllegalArgumentException. */
    public SeasonalMean {
        if (period < 1 || seasons < 1) {
            throw new IllegalArgumentException(
                    "A mean is of at least one season of at least one period, not " + seasons + " of " + period + ".");
        }
    }

    @Override
    public String name() {
        return "seasonal_mean";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below one value more than the seasons have periods
     */
    @Override
    public SeriesModel fit(double... values) {
        int needed = period * seasons;
        if (values.length <= needed) {
            throw new SeriesTooShortException(name(), needed + 1, values.length);
        }
        double[] fitted = new double[values.length];
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            fitted[t] = t < needed ? Double.NaN : before(t, values);
            squares += t < needed ? 0 : (values[t] - fitted[t]) * (values[t] - fitted[t]);
        }
        double[] next = new double[period];
        for (int i = 0; i < period; i++) {
            next[i] = before(values.length + i, values);
        }
        return new Model(next, Math.sqrt(squares / (values.length - needed)), fitted);
    }

    private double before(int t, double... values) {
        double sum = 0;
        for (int season = 1; season <= seasons; season++) {
            sum += values[t - season * period];
        }
        return sum / seasons;
    }

    private record Model(double[] next, double error, double[] fitted) implements SeriesModel {

        /** Deviations do not grow: a period is taken to vary about a mean that stays. */
        @Override
        public SeriesForecast forecast(int steps) {
            double[] mean = new double[steps];
            for (int h = 0; h < steps; h++) {
                mean[h] = next[h % next.length];
            }
            double[] deviation = new double[steps];
            Arrays.fill(deviation, error);
            return new SeriesForecast(mean, deviation);
        }

        @Override
        public String description() {
            return String.format(
                    Locale.ROOT, "mean of the same of seasons of %d periods, deviation %.4g", next.length, error);
        }
    }
}
