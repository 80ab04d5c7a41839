package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row per day with any order line: how the shop did.
 *
 * <p>Amounts and {@link #ORDERS}, {@link #LINES}, {@link #UNITS}, {@link #NEW_BUYERS} add up over days; buyers and ratios
 * do not: take those of a month from {@link KpiMonth}.
 */
public final class KpiDay {

    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day");
    public static final Field ORDERS = required("orders", LONG, "Orders with at least one sale line");
    public static final Field LINES = required("lines", LONG, "Sale lines");
    public static final Field UNITS = required("units", QUANTITY, "Units sold");
    public static final Field BUYERS = required("buyers", LONG, "Distinct known customers with a sale line");
    public static final Field NEW_BUYERS =
            required("new_buyers", LONG, "Buyers whose first sale line ever lies in the period");
    public static final Field RETURNING_BUYERS = required("returning_buyers", LONG, "buyers - new_buyers");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines, company currency");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back for return lines");
    public static final Field DISCOUNTS = required("discounts", MONEY, "Amount taken off by discount lines");
    public static final Field NET_SALES = required("net_sales", MONEY, "gross_sales - returns - discounts");
    public static final Field FEES = required("fees", MONEY, "Amount of fees and postage, as booked");
    public static final Field ADJUSTMENTS = required("adjustments", MONEY, "Amount of adjustments, as booked");
    public static final Field BAD_DEBTS = required("bad_debts", MONEY, "Amount of bad debts, as booked");
    public static final Field TOTAL_AMOUNT =
            required("total_amount", MONEY, "net_sales + fees + adjustments + bad_debts: all that was booked");
    public static final Field AVERAGE_ORDER_VALUE =
            optional("average_order_value", MONEY, "gross_sales / orders; null without orders");
    public static final Field UNITS_PER_ORDER =
            optional("units_per_order", RATIO, "units / orders; null without orders");
    public static final Field RETURN_RATE = optional("return_rate", RATIO, "returns / gross_sales; null without sales");
    public static final Field ANONYMOUS_SALES =
            required("anonymous_sales", MONEY, "Amount of sale lines without a known customer");
    public static final Field ANONYMOUS_SHARE =
            optional("anonymous_share", RATIO, "anonymous_sales / gross_sales; null without sales");

    /** The measures that KPI tables of every grain share, in order. */
    public static final List<Field> MEASURES = List.of(
            ORDERS,
            LINES,
            UNITS,
            BUYERS,
            NEW_BUYERS,
            RETURNING_BUYERS,
            GROSS_SALES,
            RETURNS,
            DISCOUNTS,
            NET_SALES,
            FEES,
            ADJUSTMENTS,
            BAD_DEBTS,
            TOTAL_AMOUNT,
            AVERAGE_ORDER_VALUE,
            UNITS_PER_ORDER,
            RETURN_RATE,
            ANONYMOUS_SALES,
            ANONYMOUS_SHARE);

    public static final TableSpec SPEC = TableSpec.gold("kpi_day")
            .grain("one row per day with any order line")
            .fields(Stream.concat(Stream.of(ORDER_DATE), MEASURES.stream()).toList())
            .key(ORDER_DATE)
            .day(ORDER_DATE)
            .check("buyers_add_up", "buyers = new_buyers + returning_buyers AND returning_buyers >= 0")
            .check("amounts_add_up", "total_amount = net_sales + fees + adjustments + bad_debts")
            .write(WriteMode.REPLACE_DAYS);

    private KpiDay() {}
}
