package dev.millrace.engines.forecast.pooled;

import java.time.LocalDate;

/** What the calendar says of a period. */
public enum PeriodCalendar {

    /** Nothing: periods are counted, not dated. */
    NONE,

    /** Periods are days since 1970-01-01: day of the week, of the month and of the year, and the month. */
    DAYS,

    /** Periods are hours since 1970-01-01T00: hour of the day, day of the week. */
    HOURS;

    private static final long HOURS_A_DAY = 24;

    private static double[] day(long period) {
        LocalDate date = LocalDate.ofEpochDay(period);
        return new double[] {
            date.getDayOfWeek().getValue(), date.getDayOfMonth(), date.getDayOfYear(), date.getMonthValue()
        };
    }

    /** The numbers of a period; always as many. */
    double[] of(long period) {
        return switch (this) {
            case NONE -> new double[0];
            case DAYS -> day(period);
            case HOURS -> new double[] {Math.floorMod(period, HOURS_A_DAY), day(Math.floorDiv(period, HOURS_A_DAY))[0]};
        };
    }
}
