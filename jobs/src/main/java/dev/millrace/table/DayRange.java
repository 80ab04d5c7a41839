package dev.millrace.table;

import java.time.LocalDate;

/**
 * Days without a gap.
 *
 * @param first the first day
 * @param last the last day, itself included
 */
public record DayRange(LocalDate first, LocalDate last) {

    public DayRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The number of days. */
    public long size() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
