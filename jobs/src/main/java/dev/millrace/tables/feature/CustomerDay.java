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

/** One row per known customer and day with any order line; carries the history that customer features are made from. */
public final class CustomerDay {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day");
    public static final Field COUNTRY = optional("country", STRING, "Country of the day's orders");
    public static final Field CHANNEL = optional("channel", STRING, "Channel of the day's first order");
    public static final Field ORDERS = required("orders", LONG, "Orders with at least one sale line");
    public static final Field LINES = required("lines", LONG, "Sale lines");
    public static final Field UNITS = required("units", QUANTITY, "Units sold");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back");
    public static final Field DISCOUNTS = required("discounts", MONEY, "Amount taken off");
    public static final Field NET_SALES = required("net_sales", MONEY, "gross_sales - returns - discounts");
    public static final Field TOTAL_AMOUNT = required("total_amount", MONEY, "Amount of all lines, fees included");

    public static final TableSpec SPEC = TableSpec.feature("customer_day")
            .grain("one row per known customer and day with any order line")
            .fields(
                    CUSTOMER_ID,
                    ORDER_DATE,
                    COUNTRY,
                    CHANNEL,
                    ORDERS,
                    LINES,
                    UNITS,
                    GROSS_SALES,
                    RETURNS,
                    DISCOUNTS,
                    NET_SALES,
                    TOTAL_AMOUNT)
            .key(CUSTOMER_ID, ORDER_DATE)
            .day(ORDER_DATE)
            .check("net_adds_up", "net_sales = gross_sales - returns - discounts")
            .write(WriteMode.REPLACE_DAYS);

    private CustomerDay() {}
}
