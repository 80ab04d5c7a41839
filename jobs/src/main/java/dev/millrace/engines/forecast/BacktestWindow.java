package dev.millrace.engines.forecast;

/**
 * What was forecast from one origin, and what came.
 *
 * @param forecast of each step, known what lay before the origin alone
 * @param actual what came
 * @param scale the scales of the series before the origin
 */
public record BacktestWindow(SeriesForecast forecast, double[] actual, ErrorScale scale) {

    /** What came less what was forecast, of one step counted from 0. */
    public double error(int step) {
        return actual[step] - forecast.mean()[step];
    }
}
