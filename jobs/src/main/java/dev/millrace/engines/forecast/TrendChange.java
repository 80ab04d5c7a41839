package dev.millrace.engines.forecast;

/**
 * Something that may happen to a trend at a period.
 *
 * @param kind what it is
 * @param at when: the first period that it concerns, or that before a new slope
 */
record TrendChange(Kind kind, int at) {

    /** What happens. */
    enum Kind {
        /** The level jumps. */
        LEVEL,
        /** The slope becomes another. */
        DIRECTION,
        /** A single value is another, which is no change of the trend but would be taken for two. */
        OUTLIER
    }

    /** What it adds to each of so many values, for a size of 1. */
    double[] shape(int length) {
        double[] shape = new double[length];
        int end = kind == Kind.OUTLIER ? at + 1 : length;
        for (int t = at; t < end; t++) {
            shape[t] = kind == Kind.DIRECTION ? t - at : 1;
        }
        return shape;
    }
}
