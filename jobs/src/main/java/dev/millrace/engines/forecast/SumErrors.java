package dev.millrace.engines.forecast;

import java.util.List;

/**
 * How far the sum of the next periods may be from its forecast, which is what stock has to last for. Errors of single periods hang
 * together, so that those of sums grow faster than independent ones would; the earlier origins of a backtest tell by how much.
 */
final class SumErrors {

    private static final double EIGHTY_PERCENT = 0.8;

    private SumErrors() {}

    /**
     * The standard deviation of the error of the sum of the first 1, 2, … steps: the root of its mean square in the backtest, and no less
     * than if the steps' errors were independent. NaN where neither is known.
     *
     * @param rule by which the steps' own deviations are told
     * @param windows of the backtest; none where there was none
     */
    static double[] deviations(SeriesForecast forecast, IntervalRule rule, List<BacktestWindow> windows) {
        PredictionInterval interval = rule.at(EIGHTY_PERCENT, forecast);
        double within = NormalIntervals.deviations(EIGHTY_PERCENT);
        double[] deviations = new double[forecast.mean().length];
        double[] sums = new double[windows.size()];
        double variance = 0;
        for (int h = 0; h < deviations.length; h++) {
            double own = (interval.high()[h] - interval.low()[h]) / (2 * within);
            variance += own * own;
            double squares = 0;
            for (int w = 0; w < sums.length; w++) {
                sums[w] += windows.get(w).error(h);
                squares += sums[w] * sums[w];
            }
            double seen = sums.length == 0 ? Double.NaN : Math.sqrt(squares / sums.length);
            double independent = Math.sqrt(variance);
            deviations[h] = Double.isNaN(seen) || independent > seen ? independent : seen;
        }
        return deviations;
    }
}
