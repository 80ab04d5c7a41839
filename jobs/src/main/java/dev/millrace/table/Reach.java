package dev.millrace.table;

import java.time.temporal.TemporalAdjusters;

/**
 * How far an input reaches, seen from a day of the output. It answers two questions: which days of the input one needs to
 * make given days of the output, and, turned round, which days of the output a change of the input makes stale.
 */
public final class Reach {

    private enum Kind {
        SAME_DAY,
        LOOKBACK,
        SAME_MONTH,
        AROUND,
        BEFORE,
        UP_TO_MONTH,
        DELIVERED,
        LATEST,
        ALL,
        PREVIOUS,
        RECORD
    }

    /** A day is made from the same day. */
    public static final Reach SAME_DAY = new Reach(Kind.SAME_DAY, 0);

    /** A month, dated by its first day, is made from its days. */
    public static final Reach SAME_MONTH = new Reach(Kind.SAME_MONTH, 0);

    /** An as-of day is made from all days before it; a change makes every later day stale. */
    public static final Reach BEFORE = new Reach(Kind.BEFORE, 0);

    /** A month, dated by its first day, is made from its days and all before them. */
    public static final Reach UP_TO_MONTH = new Reach(Kind.UP_TO_MONTH, 0);

    /** What was newly delivered; which days of the output that touches, the rows themselves tell. */
    public static final Reach DELIVERED = new Reach(Kind.DELIVERED, 0);

    /** The newest state; a change of it restates nothing. */
    public static final Reach LATEST = new Reach(Kind.LATEST, 0);

    /** The whole history; a change of it restates everything. */
    public static final Reach ALL = new Reach(Kind.ALL, 0);

    /** The job's own output as it stood before the run; never a cycle. */
    public static final Reach PREVIOUS = new Reach(Kind.PREVIOUS, 0);

    /** As {@link #PREVIOUS}, and not lost when everything is made anew: what the job once said remains said. */
    public static final Reach RECORD = new Reach(Kind.RECORD, 0);

    private final Kind kind;
    private final int days;
    private final int after;

    private Reach(Kind kind, int days) {
        this(kind, days, 0);
    }

    private Reach(Kind kind, int days, int after) {
        this.kind = kind;
        this.days = days;
        this.after = after;
    }

    /** A day is made from itself and the given number of days before it. */
    public static Reach lookback(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A lookback of " + days + " days reaches nothing: use SAME_DAY.");
        }
        return new Reach(Kind.LOOKBACK, days);
    }

    /** A day is made from itself, the given number of days before it and the given number after it. */
    public static Reach around(int before, int after) {
        if (before < 0 || after < 1) {
            throw new IllegalArgumentException(
                    "From " + before + " days before to " + after + " after: use a lookback or SAME_DAY.");
        }
        return new Reach(Kind.AROUND, before, after);
    }

    public boolean isPrevious() {
        return kind == Kind.PREVIOUS || kind == Kind.RECORD;
    }

    public boolean isRecord() {
        return kind == Kind.RECORD;
    }

    public boolean isDelivered() {
        return kind == Kind.DELIVERED;
    }

    public boolean isLatest() {
        return kind == Kind.LATEST;
    }

    /** The days of the input that are needed to make these days of the output. */
    public DaySet needed(DaySet outputs) {
        return switch (kind) {
            case SAME_DAY, DELIVERED -> outputs;
            case LOOKBACK -> outputs.stretch(first -> first.minusDays(days), last -> last);
            case SAME_MONTH -> outputs.stretch(first -> first, last -> last.with(TemporalAdjusters.lastDayOfMonth()));
            case AROUND -> outputs.stretch(first -> first.minusDays(days), last -> last.plusDays(after));
            case BEFORE -> outputs.upTo(last -> last.minusDays(1));
            case UP_TO_MONTH -> outputs.upTo(last -> last.with(TemporalAdjusters.lastDayOfMonth()));
            case LATEST, ALL, PREVIOUS, RECORD -> DaySet.ALL;
        };
    }

    /** The days of the output that go stale when these days of the input change. */
    public DaySet stale(DaySet inputs) {
        if (inputs.isEmpty()) {
            return DaySet.NONE;
        }
        return switch (kind) {
            case SAME_DAY, DELIVERED -> inputs;
            case LOOKBACK -> inputs.stretch(first -> first, last -> last.plusDays(days));
            case SAME_MONTH -> inputs.monthStarts();
            case AROUND -> inputs.stretch(first -> first.minusDays(after), last -> last.plusDays(days));
            case BEFORE -> inputs.from(first -> first.plusDays(1));
            case UP_TO_MONTH -> inputs.from(first -> first.withDayOfMonth(1));
            case ALL -> DaySet.ALL;
            case LATEST, PREVIOUS, RECORD -> DaySet.NONE;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reach reach && kind == reach.kind && days == reach.days && after == reach.after;
    }

    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + days) * 31 + after;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SAME_DAY -> "same day";
            case LOOKBACK -> "same day and " + days + " days before";
            case SAME_MONTH -> "days of the month";
            case AROUND -> "same day, " + days + " days before and " + after + " after";
            case BEFORE -> "all days before";
            case UP_TO_MONTH -> "days of the month and all before";
            case DELIVERED -> "newly delivered";
            case LATEST -> "newest state";
            case ALL -> "whole history";
            case PREVIOUS -> "own previous state";
            case RECORD -> "own record";
        };
    }
}
