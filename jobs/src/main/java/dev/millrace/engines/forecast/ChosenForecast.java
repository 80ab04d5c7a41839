package dev.millrace.engines.forecast;

import java.util.List;
import java.util.Optional;

/**
 * The forecast of one series, and how it came about.
 *
 * @param mean the expected value of each step, in the series' units
 * @param intervals of 50, 80 and 95 %, in this order
 * @param totalDeviation standard deviation of the error of the sum of the first 1, 2, … steps; NaN where nothing is known of errors
 * @param method name of the method, such as {@code ets}
 * @param description what was chosen and estimated, for people
 * @param intervalRule name of the way to the intervals
 * @param fallback why it was not forecast in the usual way
 * @param choice how the method did in the backtest, where there was one
 * @param coverage how the intervals did in the backtest, where there was one
 */
public record ChosenForecast(
        double[] mean,
        List<PredictionInterval> intervals,
        double[] totalDeviation,
        String method,
        String description,
        String intervalRule,
        Fallback fallback,
        Optional<MethodChoice> choice,
        Optional<IntervalChoice> coverage) {

    public ChosenForecast {
        intervals = List.copyOf(intervals);
    }
}
