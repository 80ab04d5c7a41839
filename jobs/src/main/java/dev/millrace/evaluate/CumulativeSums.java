package dev.millrace.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * The tabular cumulative sums of Page (1954) with their usual settings (Montgomery, "Introduction to Statistical Quality Control", 7th
 * edition, section 9.1): reference value 0.5 and decision interval 5, in standard deviations. Mean and deviation are those of the first
 * 30 values; after an alarm, of the 30 from the day of the change on, which is the first day since a sum was last zero.
 */
final class CumulativeSums {

    private static final double REFERENCE = 0.5;
    private static final double DECISION = 5;
    private static final int LEARNING = 30;

    private CumulativeSums() {}

    /** The days of change that it tells, in order. */
    static List<Integer> changes(double... values) {
        List<Integer> changes = new ArrayList<>();
        int from = 0;
        while (from + LEARNING < values.length) {
            int change = next(from, values);
            if (change < 0) {
                break;
            }
            changes.add(change);
            from = change;
        }
        return changes;
    }

    private static int next(int from, double... values) {
        double mean = 0;
        for (int t = from; t < from + LEARNING; t++) {
            mean += values[t] / LEARNING;
        }
        double squares = 0;
        for (int t = from; t < from + LEARNING; t++) {
            squares += (values[t] - mean) * (values[t] - mean);
        }
        double deviation = Math.sqrt(squares / (LEARNING - 1));
        double up = 0;
        double down = 0;
        int upSince = from + LEARNING;
        int downSince = upSince;
        for (int t = from + LEARNING; t < values.length; t++) {
            double away = (values[t] - mean) / deviation;
            up = Math.max(0, up + away - REFERENCE);
            down = Math.max(0, down - away - REFERENCE);
            upSince = up == 0 ? t + 1 : upSince;
            downSince = down == 0 ? t + 1 : downSince;
            if (up > DECISION || down > DECISION) {
                return up > DECISION ? upSince : downSince;
            }
        }
        return -1;
    }
}
