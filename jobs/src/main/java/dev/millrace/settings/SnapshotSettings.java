package dev.millrace.settings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * For which dates it is told what was known of customers.
 *
 * @param every how often in the past
 * @param historyMonths months before the newest snapshot that snapshots go back
 * @param initialLoadUntil last day of delivery of a history that came in one go: what was delivered up to it counts as known on
 *     the day on which it happened
 */
public record SnapshotSettings(Cadence every, int historyMonths, Optional<LocalDate> initialLoadUntil) {

    /** How often snapshots are taken. */
    public enum Cadence {
        /** On the first day of each month. */
        MONTH,
        /** On each Monday. */
        WEEK
    }
}
