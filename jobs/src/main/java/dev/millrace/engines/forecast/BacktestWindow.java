package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * What was forecast from one origin, and what came.
 *
 * @param forecast of each step, known what lay before the origin alone
 * @param actual what came
 * @param scale the scales of the series before the origin
 */
public record BacktestWindow(SeriesForecast forecast, double[] actual, ErrorScale scale) {

    /**
     * A forecast that says nothing of its deviation.
     *
     * @param mean of each step
     */
    public static BacktestWindow of(double[] mean, double[] actual, ErrorScale scale) {
        double[] unknown = new double[mean.length];
        Arrays.fill(unknown, Double.NaN);
        return new BacktestWindow(new SeriesForecast(mean, unknown), actual, scale);
    }

    /** What came less what was forecast, of one step counted from 0. */
    public double error(int step) {
        return actual[step] - forecast.mean()[step];
    }
}
