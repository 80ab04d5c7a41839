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

    private Reach(Kind kind, int days) {
        this.kind = kind;
        this.days = days;
    }

    /** A day is made from itself and the given number of days before it. */
    public static Reach lookback(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A lookback of " + days + " days reaches nothing: use SAME_DAY.");
        }
        return new Reach(Kind.LOOKBACK, days);
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
            case ALL -> DaySet.ALL;
            case LATEST, PREVIOUS, RECORD -> DaySet.NONE;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reach reach && kind == reach.kind && days == reach.days;
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + days;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SAME_DAY -> "same day";
            case LOOKBACK -> "same day and " + days + " days before";
            case SAME_MONTH -> "days of the month";
            case DELIVERED -> "newly delivered";
            case LATEST -> "newest state";
            case ALL -> "whole history";
            case PREVIOUS -> "own previous state";
            case RECORD -> "own record";
        };
    }
}
