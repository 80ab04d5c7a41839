package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per forecast, as-of date, level, series, kind and day since: something in a series, or in a group of series, that deserves
 * attention, with the figures that say so. Rows of earlier as-of dates stay as they were published.
 */
public final class MarketSignal {

    public static final Field FORECAST =
            required("forecast", STRING, "Which of the forecasts that the configuration names has the series");
    public static final Field AS_OF_DATE = required(
            "as_of_date", DATE, "UTC day before which everything lies: the day after the newest day with a value");
    public static final Field LEVEL = required(
            "level", STRING, "What a series is: the columns that tell series apart, or a column of signal-groups");
    public static final Field SERIES_ID = required(
            "series_id", STRING, "Series, as in score/demand_forecast, or the group: its value in the level's column");
    public static final Field KIND = required(
            "kind",
            STRING,
            "growth, decline (the newest 28 days against the 28 before them), emerging (first seen within 56 days, and at least half the average series a day), turning_point (of the"
                    + " trend, within 91 days), anomaly (a day of the newest 7)");
    public static final Field SINCE = required(
            "since", DATE, "UTC day on which it begins: of the newest window, the first value, the turn, the anomaly");
    public static final Field RANK =
            required("rank", INT, "1 is what most is at stake of, within forecast, as-of date, level and kind");
    public static final Field VALUE_BEFORE = optional(
            "value_before",
            DOUBLE,
            "growth, decline: sum of the 28 days before; turning_point: what a week grew by from the one before, before the turn");
    public static final Field VALUE_NOW = optional(
            "value_now",
            DOUBLE,
            "Sum of the newest 28 days; anomaly: the day's value; turning_point: what a week grows by, since the turn");
    public static final Field VALUE_EXPECTED = optional(
            "value_expected",
            DOUBLE,
            "growth, decline: value_before times the change of all series together; anomaly: what the series' past leads to");
    public static final Field CHANGE =
            optional("change", DOUBLE, "growth, decline: value_now / value_expected - 1, so that 0.2 is a fifth more");
    public static final Field CHANGE_LOW = optional("change_low", DOUBLE, "Lower end of its 95 % interval");
    public static final Field CHANGE_HIGH = optional("change_high", DOUBLE, "Upper end of it");
    public static final Field JUMP = optional(
            "jump", DOUBLE, "turning_point: by how much the level of a week changed at once; 0 where its slope did");
    public static final Field SHARE =
            optional("share", DOUBLE, "growth, decline, emerging: value_now of what all series had in these days");
    public static final Field P_VALUE = optional(
            "p_value",
            DOUBLE,
            "growth, decline: chance of so large a difference if the series went on as it usually does");
    public static final Field Q_VALUE = optional(
            "q_value",
            DOUBLE,
            "The same with regard to how many series were looked at: of all rows up to this one, this share at the most is expected to be"
                    + " chance (Benjamini and Hochberg 1995)");
    public static final Field STRENGTH = optional(
            "strength",
            DOUBLE,
            "anomaly: standard deviations from what was expected; turning_point: evidence beyond what a turn costs (twice the log-likelihood)");
    public static final Field EVIDENCE = required("evidence", STRING, "The same in words");

    public static final TableSpec SPEC = TableSpec.gold("market_signal")
            .grain("one row per forecast, as-of date, level, series, kind and day since")
            .fields(
                    FORECAST,
                    AS_OF_DATE,
                    LEVEL,
                    SERIES_ID,
                    KIND,
                    SINCE,
                    RANK,
                    VALUE_BEFORE,
                    VALUE_NOW,
                    VALUE_EXPECTED,
                    CHANGE,
                    CHANGE_LOW,
                    CHANGE_HIGH,
                    JUMP,
                    SHARE,
                    P_VALUE,
                    Q_VALUE,
                    STRENGTH,
                    EVIDENCE)
            .key(FORECAST, AS_OF_DATE, LEVEL, SERIES_ID, KIND, SINCE)
            .day(AS_OF_DATE)
            .check("known_kind", "kind IN ('growth', 'decline', 'emerging', 'turning_point', 'anomaly')")
            .check("before_its_date", "since < as_of_date")
            .check("change_within_its_interval", "change IS NULL OR (change_low <= change AND change <= change_high)")
            .write(WriteMode.REPLACE_DAYS);

    private MarketSignal() {}
}
