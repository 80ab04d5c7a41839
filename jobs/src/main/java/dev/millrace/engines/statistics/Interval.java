package dev.millrace.engines.statistics;

import java.util.Arrays;

/** An interval that holds the true value 19 times in 20. */
public record Interval(double low, double high) {

    private static final double TAIL = 0.025;

    /** The interval that leaves out the lowest and the highest 2.5 % of what samples gave. */
    public static Interval percentiles(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int tail = (int) (TAIL * sorted.length);
        return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
    }
}
