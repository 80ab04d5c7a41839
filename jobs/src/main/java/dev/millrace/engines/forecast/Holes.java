package dev.millrace.engines.forecast;

import java.util.Arrays;

/** What stands for periods that a series does not tell of. */
public enum Holes {

    /** 0: what was not sold was not told. */
    ZERO,

    /** The last value before: what is measured stays until it is measured anew. */
    LAST,

    /** A straight line from the value before to the value after. */
    LINE;

    /**
     * Makes a series of one value a period, from its first period to its last.
     *
     * @param periods numbers of the periods, in rising order
     * @param values a value for each of them, in the same order
     * @throws IllegalArgumentException where periods do not rise
     */
    public double[] fill(long[] periods, double... values) {
        int length = periods.length == 0 ? 0 : Math.toIntExact(periods[periods.length - 1] - periods[0] + 1);
        double[] filled = new double[length];
        for (int i = 0; i < periods.length; i++) {
            int at = (int) (periods[i] - periods[0]);
            if (i > 0) {
                between(filled, (int) (periods[i - 1] - periods[0]), at, values[i]);
            }
            filled[at] = values[i];
        }
        return filled;
    }

    /** What stands for a period after the last one that has a value. */
    double after(double last) {
        return this == ZERO ? 0 : last;
    }

    private void between(double[] filled, int before, int after, double value) {
        if (after <= before) {
            throw new IllegalArgumentException(
                    "A series has one value a period: add up what belongs to one before forecasting.");
        }
        if (this == LAST) {
            Arrays.fill(filled, before, after, filled[before]);
        } else if (this == LINE) {
            for (int t = before + 1; t < after; t++) {
                filled[t] = filled[before] + (value - filled[before]) * (t - before) / (after - before);
            }
        }
    }
}
