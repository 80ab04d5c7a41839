package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * The demands of a series of which many periods have none: a period has demand where its value is positive.
 *
 * @param at the periods of the demands, the first being 0
 * @param sizes how large each was, in the series' units
 * @param intervals how many periods each came after the one before, the first after the period before the series
 */
record Demands(int[] at, double[] sizes, double[] intervals) {

    static Demands of(double... values) {
        int[] at = new int[values.length];
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (values[t] > 0) {
                at[count++] = t;
            }
        }
        double[] sizes = new double[count];
        double[] intervals = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = values[at[i]];
            intervals[i] = i == 0 ? at[0] + 1 : at[i] - at[i - 1];
        }
        return new Demands(Arrays.copyOf(at, count), sizes, intervals);
    }

    boolean none() {
        return at.length == 0;
    }
}
