package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per month and partner that a delivery of was planned in it: how punctual they were. What is delivered after the month
 * counts in it once it is known, since a delivery belongs to the month that it was planned for.
 */
public final class SupplierScorecard {

    public static final Field MONTH = required("month", DATE, "First UTC day of the month that was planned");
    public static final Field PARTNER_ID = required("partner_id", STRING, "Vendor or carrier");
    public static final Field SHIPMENTS = required("shipments", LONG, "Items of deliveries that were planned");
    public static final Field DELIVERED = required("delivered", LONG, "Those that came");
    public static final Field ON_TIME = required("on_time", LONG, "Those that came on the planned day or before");
    public static final Field ON_TIME_SHARE =
            optional("on_time_share", RATIO, "on_time / delivered; null while nothing came");
    public static final Field ON_TIME_LOW =
            optional("on_time_low", RATIO, "Lower end of the 95 % interval of on_time_share (Wilson 1927)");
    public static final Field ON_TIME_HIGH = optional("on_time_high", RATIO, "Upper end of it");
    public static final Field MEAN_DELAY_DAYS = optional(
            "mean_delay_days", DOUBLE, "Mean days from the planned day to that of delivery; negative is early");
    public static final Field DELAY_DEVIATION_DAYS =
            optional("delay_deviation_days", DOUBLE, "Standard deviation of these days; null below two deliveries");
    public static final Field MEAN_DAYS_LATE =
            optional("mean_days_late", DOUBLE, "Mean days after the planned day, of those that came late");
    public static final Field MEAN_LEAD_DAYS =
            optional("mean_lead_days", DOUBLE, "Mean days from order to delivery, where the order's day is known");
    public static final Field LEAD_DEVIATION_DAYS =
            optional("lead_deviation_days", DOUBLE, "Standard deviation of these days; null below two of them");
    public static final Field GOODS_VALUE = required("goods_value", MONEY, "Worth of what was planned, where known");
    public static final Field FREIGHT = required("freight", MONEY, "Cost of transport, where it is booked");

    public static final TableSpec SPEC = TableSpec.gold("supplier_scorecard")
            .grain("one row per month and partner that a delivery of was planned in it")
            .fields(
                    MONTH,
                    PARTNER_ID,
                    SHIPMENTS,
                    DELIVERED,
                    ON_TIME,
                    ON_TIME_SHARE,
                    ON_TIME_LOW,
                    ON_TIME_HIGH,
                    MEAN_DELAY_DAYS,
                    DELAY_DEVIATION_DAYS,
                    MEAN_DAYS_LATE,
                    MEAN_LEAD_DAYS,
                    LEAD_DEVIATION_DAYS,
                    GOODS_VALUE,
                    FREIGHT)
            .key(MONTH, PARTNER_ID)
            .day(MONTH)
            .check("on_time_of_delivered_of_planned", "on_time <= delivered AND delivered <= shipments")
            .check(
                    "share_within_its_interval",
                    "on_time_share IS NULL OR (on_time_low <= on_time_share AND on_time_share <= on_time_high)")
            .write(WriteMode.REPLACE_DAYS);

    private SupplierScorecard() {}
}
