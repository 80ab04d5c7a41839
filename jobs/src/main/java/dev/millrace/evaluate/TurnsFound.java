package dev.millrace.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a series' turns was found.
 *
 * @param planted how many there are
 * @param found how many of these were found near enough
 * @param alarms how many were found that are none; a turn that is found twice is one alarm
 */
record TurnsFound(int planted, int found, int alarms) {

    private static final int NEAR_DAYS = 3;

    /** Compares, each turn with the nearest that was found. */
    static TurnsFound of(List<Integer> planted, List<Integer> told) {
        Set<Integer> left = new HashSet<>(told);
        int found = 0;
        for (int turn : planted) {
            int nearest = Integer.MAX_VALUE;
            for (int each : left) {
                nearest = Math.abs((long) each - turn) < Math.abs((long) nearest - turn) ? each : nearest;
            }
            if (Math.abs((long) nearest - turn) <= NEAR_DAYS) {
                left.remove(nearest);
                found++;
            }
        }
        return new TurnsFound(planted.size(), found, told.size() - found);
    }
}
