package dev.millrace.features;

import dev.millrace.settings.SnapshotSettings;
import dev.millrace.settings.SnapshotSettings.Cadence;
import dev.millrace.table.DaySet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which snapshots there are to be, and which of them have to be made.
 *
 * @param wanted the dates that there are to be, in order
 */
record SnapshotDates(List<LocalDate> wanted) {

    SnapshotDates {
        wanted = List.copyOf(wanted);
    }

    /** No data, no date. */
    static SnapshotDates none() {
        return new SnapshotDates(List.of());
    }

    /**
     * The dates of a cadence, and the day after the newest data.
     *
     * @param oldest first day of an order
     * @param newest last day on which something became known
     */
    static SnapshotDates of(LocalDate oldest, LocalDate newest, SnapshotSettings settings) {
        LocalDate latest = newest.plusDays(1);
        LocalDate begin = latest.minusMonths(settings.historyMonths());
        LocalDate first = oldest.isBefore(begin) ? begin : oldest.plusDays(1);
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (LocalDate date = onOrAfter(first, settings.every());
                date.isBefore(latest);
                date = onOrAfter(date.plusDays(1), settings.every())) {
            dates.add(date);
        }
        dates.add(latest);
        return new SnapshotDates(List.copyOf(dates));
    }

    private static LocalDate onOrAfter(LocalDate day, Cadence cadence) {
        return switch (cadence) {
            case MONTH -> day.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        };
    }

    /** Those that are stale or that there are none of yet. */
    List<LocalDate> toMake(DaySet stale, Collection<LocalDate> existing) {
        return wanted.stream()
                .filter(date -> stale.contains(date) || !existing.contains(date))
                .toList();
    }

    /** The days whose snapshots are replaced: those to make, and those that are no longer wanted. */
    DaySet toReplace(DaySet stale, Collection<LocalDate> existing) {
        List<LocalDate> obsolete =
                existing.stream().filter(date -> !wanted.contains(date)).toList();
        return DaySet.of(toMake(stale, existing)).union(DaySet.of(obsolete));
    }
}
