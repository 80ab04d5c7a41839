package dev.millrace.tables.feature;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per as-of date and customer who had bought by then: what was known of the customer before that date began. Made of
 * facts that had happened <em>and</em> were known before it, so that a model sees no more than a person could have seen.
 */
public final class CustomerSnapshot {

    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day before which everything lies");
    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field COUNTRY = optional("country", STRING, "Country of the first order");
    public static final Field CHANNEL = optional("channel", STRING, "Channel of the first order");
    public static final Field FIRST_ORDER_DATE = required("first_order_date", DATE, "Day of the first order");
    public static final Field LAST_ORDER_DATE = required("last_order_date", DATE, "Day of the last order");
    public static final Field TENURE_DAYS =
            required("tenure_days", LONG, "Days from the first order to the as-of date");
    public static final Field RECENCY_DAYS =
            required("recency_days", LONG, "Days from the last order to the as-of date");
    public static final Field ORDER_DAYS = required("order_days", LONG, "Days with an order");
    public static final Field ORDERS = required("orders", LONG, "Orders with at least one sale line");
    public static final Field LINES = required("lines", LONG, "Sale lines");
    public static final Field UNITS = required("units", QUANTITY, "Units sold");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back");
    public static final Field DISCOUNTS = required("discounts", MONEY, "Amount taken off");
    public static final Field NET_SALES = required("net_sales", MONEY, "gross_sales - returns - discounts");
    public static final Field AVERAGE_ORDER_VALUE = required("average_order_value", MONEY, "gross_sales / orders");
    public static final Field RETURN_RATE = required("return_rate", RATIO, "returns / gross_sales; 0 without sales");
    public static final Field DISCOUNT_RATE =
            required("discount_rate", RATIO, "discounts / gross_sales; 0 without sales");
    public static final Field MEAN_GAP_DAYS =
            optional("mean_gap_days", DOUBLE, "Mean days between order days; null with one");
    public static final Field GAP_DEVIATION_DAYS = optional(
            "gap_deviation_days",
            DOUBLE,
            "Standard deviation of the days between order days; null with fewer than three");
    public static final Field OVERDUE = optional(
            "overdue", DOUBLE, "recency_days / mean_gap_days: above 1 is later than usual; null with one order day");
    public static final Field ORDERS_30 = required("orders_30", LONG, "Orders of the last 30 days");
    public static final Field ORDERS_90 = required("orders_90", LONG, "Orders of the last 90 days");
    public static final Field ORDERS_365 = required("orders_365", LONG, "Orders of the last 365 days");
    public static final Field NET_SALES_30 = required("net_sales_30", MONEY, "net_sales of the last 30 days");
    public static final Field NET_SALES_90 = required("net_sales_90", MONEY, "net_sales of the last 90 days");
    public static final Field NET_SALES_365 = required("net_sales_365", MONEY, "net_sales of the last 365 days");
    public static final Field ORDERS_90_BEFORE =
            required("orders_90_before", LONG, "Orders of the 90 days before the last 90");
    public static final Field TREND = required(
            "trend",
            RATIO,
            "(orders_90 - orders_90_before) / (orders_90 + orders_90_before), from -1 to 1; 0 without either");
    public static final Field SESSIONS_90 =
            required("sessions_90", LONG, "Web sessions of the last 90 days; 0 without web events");
    public static final Field CARTS_LEFT_90 =
            required("carts_left_90", LONG, "Web sessions of the last 90 days that filled a cart and did not buy");
    public static final Field COMPLAINTS_365 =
            required("complaints_365", LONG, "Complaints of the last 365 days; 0 where none are taken in");

    public static final TableSpec SPEC = TableSpec.feature("customer_snapshot")
            .grain("one row per as-of date and customer who had bought by then")
            .fields(
                    AS_OF_DATE,
                    CUSTOMER_ID,
                    COUNTRY,
                    CHANNEL,
                    FIRST_ORDER_DATE,
                    LAST_ORDER_DATE,
                    TENURE_DAYS,
                    RECENCY_DAYS,
                    ORDER_DAYS,
                    ORDERS,
                    LINES,
                    UNITS,
                    GROSS_SALES,
                    RETURNS,
                    DISCOUNTS,
                    NET_SALES,
                    AVERAGE_ORDER_VALUE,
                    RETURN_RATE,
                    DISCOUNT_RATE,
                    MEAN_GAP_DAYS,
                    GAP_DEVIATION_DAYS,
                    OVERDUE,
                    ORDERS_30,
                    ORDERS_90,
                    ORDERS_365,
                    NET_SALES_30,
                    NET_SALES_90,
                    NET_SALES_365,
                    ORDERS_90_BEFORE,
                    TREND,
                    SESSIONS_90,
                    CARTS_LEFT_90,
                    COMPLAINTS_365)
            .key(AS_OF_DATE, CUSTOMER_ID)
            .day(AS_OF_DATE)
            .check("before_the_date", "last_order_date < as_of_date")
            .write(WriteMode.REPLACE_DAYS);

    private CustomerSnapshot() {}
}
