package dev.millrace.table;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A set of days: what a change touched, what a job must make again. Either every day there is, or ranges that neither
 * overlap nor adjoin, in order.
 */
public final class DaySet {

    /** Every day, of past and future. */
    public static final DaySet ALL = new DaySet(true, List.of());

    /** No day. */
    public static final DaySet NONE = new DaySet(false, List.of());

    private static final String ALL_TEXT = "all";

    /** The ends of time as Spark's DATE and people's calendars have them. */
    private static final LocalDate FIRST_OF_ALL = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_OF_ALL = LocalDate.of(9999, 12, 31);

    /** More of them than this are listed day by day: a condition of a thousand parts overflows Spark's stack. */
    private static final int MOST_RANGES_IN_SQL = 64;

    /** Ranges longer than this are never listed day by day. */
    private static final int LONGEST_LISTED = 3_660;

    private final boolean all;
    private final List<DayRange> ranges;

    private DaySet(boolean all, List<DayRange> ranges) {
        this.all = all;
        this.ranges = List.copyOf(ranges);
    }

    /** The days of a range. */
    public static DaySet between(LocalDate first, LocalDate last) {
        return new DaySet(false, List.of(new DayRange(first, last)));
    }

    /** Single days, in any order. */
    public static DaySet of(Collection<LocalDate> days) {
        return ofRanges(days.stream().map(day -> new DayRange(day, day)).toList());
    }

    private static DaySet ofRanges(List<DayRange> parts) {
        List<DayRange> merged = new ArrayList<>();
        for (DayRange part : parts.stream().sorted(comparing(DayRange::first)).toList()) {
            DayRange before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && !part.first().isAfter(before.last().plusDays(1))) {
                LocalDate last = part.last().isAfter(before.last()) ? part.last() : before.last();
                merged.set(merged.size() - 1, new DayRange(before.first(), last));
            } else {
                merged.add(part);
            }
        }
        return new DaySet(false, merged);
    }

    /** The days that {@link #toString()} wrote. */
    public static DaySet parse(String text) {
        if (text.equals(ALL_TEXT)) {
            return ALL;
        }
        return ofRanges(Stream.of(text.split(","))
                .filter(part -> !part.isBlank())
                .map(DaySet::parseRange)
                .toList());
    }

    private static DayRange parseRange(String text) {
        int dots = text.indexOf("..");
        LocalDate first = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        return new DayRange(first, dots < 0 ? first : LocalDate.parse(text.substring(dots + 2)));
    }

    public boolean isAll() {
        return all;
    }

    public boolean isEmpty() {
        return !all && ranges.isEmpty();
    }

    public boolean contains(LocalDate day) {
        return all || ranges.stream().anyMatch(range -> range.contains(day));
    }

    /** The ranges, in order; empty for {@link #ALL} too. */
    public List<DayRange> ranges() {
        return ranges;
    }

    /** The number of days; {@link Long#MAX_VALUE} for {@link #ALL}. */
    public long size() {
        return all ? Long.MAX_VALUE : ranges.stream().mapToLong(DayRange::size).sum();
    }

    /** The days of either. */
    public DaySet union(DaySet other) {
        if (all || other.all) {
            return ALL;
        }
        return ofRanges(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    /** The days of each range after both its ends are moved. */
    public DaySet stretch(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
        if (all) {
            return ALL;
        }
        return ofRanges(ranges.stream()
                .map(range -> new DayRange(first.apply(range.first()), last.apply(range.last())))
                .toList());
    }

    /** All days up to the moved end of the last range. */
    public DaySet upTo(UnaryOperator<LocalDate> last) {
        if (all || ranges.isEmpty()) {
            return this;
        }
        LocalDate end = last.apply(ranges.get(ranges.size() - 1).last());
        return between(FIRST_OF_ALL, end.isAfter(LAST_OF_ALL) ? LAST_OF_ALL : end);
    }

    /** All days from the moved begin of the first range on. */
    public DaySet from(UnaryOperator<LocalDate> first) {
        return all || ranges.isEmpty()
                ? this
                : between(first.apply(ranges.get(0).first()), LAST_OF_ALL);
    }

    /** The first days of the months that these days lie in. */
    public DaySet monthStarts() {
        if (all) {
            return ALL;
        }
        return of(ranges.stream()
                .flatMap(range -> Stream.iterate(
                        range.first().withDayOfMonth(1),
                        month -> !month.isAfter(range.last()),
                        month -> month.plusMonths(1)))
                .distinct()
                .toList());
    }

    /** Whether a DATE column holds one of these days, in a form that Delta can skip files by. */
    public Column covers(Column day) {
        if (all) {
            return functions.lit(true);
        }
        if (ranges.size() <= MOST_RANGES_IN_SQL) {
            return between(day, ranges);
        }
        List<DayRange> longOnes =
                ranges.stream().filter(range -> range.size() > LONGEST_LISTED).toList();
        return listed(day).or(between(day, longOnes));
    }

    private static Column between(Column day, List<DayRange> ranges) {
        return ranges.stream()
                .map(range -> range.first().equals(range.last())
                        ? day.equalTo(functions.lit(range.first()))
                        : day.between(functions.lit(range.first()), functions.lit(range.last())))
                .reduce(Column::or)
                .orElse(functions.lit(false));
    }

    private Column listed(Column day) {
        LocalDate first = ranges.get(0).first();
        LocalDate last = ranges.get(ranges.size() - 1).last();
        Object[] days = ranges.stream()
                .filter(range -> range.size() <= LONGEST_LISTED)
                .flatMap(range -> range.first().datesUntil(range.last().plusDays(1)))
                .toArray();
        return day.between(functions.lit(first), functions.lit(last)).and(day.isin(days));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySet set && all == set.all && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode() + (all ? 1 : 0);
    }

    /** Ranges separated by commas, such as {@code 2024-01-01..2024-01-05,2024-02-01}, or {@code all}. */
    @Override
    public String toString() {
        return all ? ALL_TEXT : ranges.stream().map(DayRange::toString).collect(joining(","));
    }
}
