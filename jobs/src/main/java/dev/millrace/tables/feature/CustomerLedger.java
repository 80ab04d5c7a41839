package dev.millrace.tables.feature;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per known customer, day of order and day on which something became known about it: what that changed. The sum of the
 * rows that were known before a date is what was known before it, whatever was corrected since; so the table carries the history
 * of as-of snapshots.
 */
public final class CustomerLedger {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number of the lines");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day ordered");
    public static final Field KNOWN_DATE = required(
            "known_date", DATE, "Day from which it is known: of the delivery, or of that of a line's newer version");
    public static final Field COUNTRY =
            optional("country", STRING, "Country of the day's first order, as known from then");
    public static final Field CHANNEL =
            optional("channel", STRING, "Channel of the day's first order, as known from then");
    public static final Field ORDER_DAYS =
            required("order_days", LONG, "1 when the day became one with an order, -1 when it ceased to be, else 0");
    public static final Field ORDERS =
            required("orders", LONG, "Orders with at least one sale line, more or fewer than known before");
    public static final Field LINES = required("lines", LONG, "Sale lines, more or fewer");
    public static final Field UNITS = required("units", QUANTITY, "Units sold, more or fewer");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines, more or less");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back, more or less");
    public static final Field DISCOUNTS = required("discounts", MONEY, "Amount taken off, more or less");
    public static final Field NET_SALES = required("net_sales", MONEY, "gross_sales - returns - discounts");

    public static final TableSpec SPEC = TableSpec.feature("customer_ledger")
            .grain("one row per known customer, day of order and day on which something became known about it")
            .fields(
                    CUSTOMER_ID,
                    ORDER_DATE,
                    KNOWN_DATE,
                    COUNTRY,
                    CHANNEL,
                    ORDER_DAYS,
                    ORDERS,
                    LINES,
                    UNITS,
                    GROSS_SALES,
                    RETURNS,
                    DISCOUNTS,
                    NET_SALES)
            .key(CUSTOMER_ID, ORDER_DATE, KNOWN_DATE)
            .day(ORDER_DATE)
            .check("net_adds_up", "net_sales = gross_sales - returns - discounts")
            .check("a_day_begins_or_ends", "order_days IN (-1, 0, 1)")
            .write(WriteMode.REPLACE_DAYS);

    private CustomerLedger() {}
}
