package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * What demand may have been in periods in which there was nothing to sell: sales then say no more than that it was no less. Wecker,
 * "Predicting demand from sales data in the presence of stockouts", Management Science 24 (1978), shows how far forecasts of sales as
 * they were fall short.
 */
final class CensoredValues {

    private CensoredValues() {}

    /** The values, NaN where they are censored; as they are where all are censored, for what was sold is then all there is to go by. */
    static double[] known(double[] values, boolean... censored) {
        double[] known = values.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = censored[i] ? Double.NaN : known[i];
        }
        return Arrays.stream(known).allMatch(Double::isNaN) ? values : known;
    }

    /**
     * Replaces each unknown value by the mean of the known ones before and after it in the same place of the season, where there are
     * none by that of the nearest known ones, and in any case by no less than was seen.
     *
     * @param values NaN where unknown; at least one is known
     * @param least what was seen at least; NaN where nothing was
     * @param season periods of a season; 1 where there is none
     */
    static double[] estimate(double[] values, double[] least, int season) {
        double[] known = values.clone();
        for (int t = 0; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                double likely = around(values, t, season);
                double estimate = Double.isNaN(likely) ? around(values, t, 1) : likely;
                known[t] = Double.isNaN(least[t]) ? estimate : Math.max(least[t], estimate);
            }
        }
        return known;
    }

    private static double around(double[] values, int at, int stride) {
        double before = nearest(values, at, -stride);
        double after = nearest(values, at, stride);
        if (Double.isNaN(before) || Double.isNaN(after)) {
            return Double.isNaN(before) ? after : before;
        }
        return (before + after) / 2;
    }

    private static double nearest(double[] values, int at, int stride) {
        for (int t = at + stride; t >= 0 && t < values.length; t += stride) {
            if (!Double.isNaN(values[t])) {
                return values[t];
            }
        }
        return Double.NaN;
    }
}
