package dev.millrace.simulate;

import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.apache.spark.sql.Column;

/**
 * The simulated days and their price weeks. Week 0 holds the first day; weeks begin on Monday, because that is when the shop changes
 * prices and launches products.
 */
record Horizon(LocalDate from, int days) {

    private static final int WEEK = 7;

    LocalDate last() {
        return from.plusDays(days - 1L);
    }

    int weeks() {
        return (int) ChronoUnit.DAYS.between(firstMonday(), last()) / WEEK + 1;
    }

    Column first() {
        return lit(from);
    }

    Column end() {
        return lit(last());
    }

    /** The price week (INT, from 0) of a DATE. */
    Column week(Column day) {
        return datediff(day, lit(firstMonday())).divide(WEEK).cast("int");
    }

    /** The first simulated DATE of a price week. */
    Column weekStart(Column week) {
        return greatest(date_add(lit(firstMonday()), week.multiply(WEEK)), first());
    }

    private LocalDate firstMonday() {
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
