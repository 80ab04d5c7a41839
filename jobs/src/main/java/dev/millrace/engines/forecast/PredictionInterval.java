package dev.millrace.engines.forecast;

/**
 * Between what values a share of the outcomes is expected, step by step.
 *
 * @param level the share, such as 0.8
 * @param low lower ends, in the series' units; NaN where nothing is known of errors
 * @param high upper ends
 */
public record PredictionInterval(double level, double[] low, double[] high) {

    /** Whether a value of a step, counted from 0, lies within. */
    public boolean holds(double value, int step) {
        return value >= low[step] && value <= high[step];
    }

    /** With no end below a value, such as 0 of what cannot be negative. */
    public PredictionInterval above(double floor) {
        double[] lower = low.clone();
        double[] upper = high.clone();
        for (int h = 0; h < lower.length; h++) {
            lower[h] = Math.max(floor, lower[h]);
            upper[h] = Math.max(floor, upper[h]);
        }
        return new PredictionInterval(level, lower, upper);
    }
}
