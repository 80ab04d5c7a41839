package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per order and day: its lines added up by kind, so that nothing that counts orders or buyers reads lines again.
 *
 * <p>{@code total_amount = gross_sales - returns - discounts + fees + adjustments + bad_debts}.
 */
public final class OrderHeader {

    public static final Field ORDER_ID = required("order_id", STRING, "Order number at the source");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day ordered");
    public static final Field ORDER_TS = required("order_ts", TIMESTAMP, "UTC moment of the first line");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field COUNTRY = optional("country", STRING, "Country of the order");
    public static final Field CHANNEL = optional("channel", STRING, "Channel that brought the order");
    public static final Field LINES = required("lines", LONG, "Sale lines");
    public static final Field UNITS = required("units", QUANTITY, "Units sold");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back for return lines");
    public static final Field DISCOUNTS = required("discounts", MONEY, "Amount taken off by discount lines");
    public static final Field FEES = required("fees", MONEY, "Amount of fee lines, signed as booked");
    public static final Field ADJUSTMENTS = required("adjustments", MONEY, "Amount of adjustment lines, as booked");
    public static final Field BAD_DEBTS = required("bad_debts", MONEY, "Amount of bad-debt lines, as booked");
    public static final Field TOTAL_AMOUNT = required("total_amount", MONEY, "Amount of all lines");

    public static final TableSpec SPEC = TableSpec.silver("order_header")
            .grain("one row per order and day")
            .fields(
                    ORDER_ID,
                    ORDER_DATE,
                    ORDER_TS,
                    CUSTOMER_ID,
                    COUNTRY,
                    CHANNEL,
                    LINES,
                    UNITS,
                    GROSS_SALES,
                    RETURNS,
                    DISCOUNTS,
                    FEES,
                    ADJUSTMENTS,
                    BAD_DEBTS,
                    TOTAL_AMOUNT)
            .key(ORDER_ID, ORDER_DATE)
            .day(ORDER_DATE)
            .check("kinds_add_up", "total_amount = gross_sales - returns - discounts + fees + adjustments + bad_debts")
            .write(WriteMode.REPLACE_DAYS);

    private OrderHeader() {}
}
