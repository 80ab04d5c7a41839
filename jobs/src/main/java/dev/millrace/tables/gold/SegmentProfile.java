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

/** One row per as-of date and segment: who they are and what to do. An index of 100 is as all customers are. */
public final class SegmentProfile {

    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day before which everything lies");
    public static final Field SEGMENT_ID = required("segment_id", STRING, "Segment");
    public static final Field SEGMENT_NAME = required("segment_name", STRING, "Name for people");
    public static final Field CUSTOMERS = required("customers", LONG, "Customers");
    public static final Field CUSTOMER_SHARE = required("customer_share", RATIO, "Of all customers");
    public static final Field NET_SALES = required("net_sales", MONEY, "Net sales of its customers so far");
    public static final Field SALES_SHARE = optional("sales_share", RATIO, "Of all net sales; null without any");
    public static final Field MEDIAN_RECENCY_DAYS =
            required("median_recency_days", DOUBLE, "Median days since the last order");
    public static final Field MEAN_ORDER_INTERVAL_DAYS =
            required("mean_order_interval_days", DOUBLE, "Mean days between orders; tenure for one order");
    public static final Field MEAN_ORDERS = required("mean_orders", DOUBLE, "Mean orders a customer");
    public static final Field MEAN_NET_SALES = required("mean_net_sales", DOUBLE, "Mean net sales a customer");
    public static final Field MEAN_ORDER_VALUE =
            required("mean_order_value", DOUBLE, "Mean of the customers' average order values");
    public static final Field MEAN_DISCOUNT_RATE = required("mean_discount_rate", DOUBLE, "Mean discount rate");
    public static final Field ORDERS_INDEX = optional("orders_index", DOUBLE, "mean_orders, 100 for all");
    public static final Field SALES_INDEX = optional("sales_index", DOUBLE, "mean_net_sales, 100 for all");
    public static final Field ORDER_VALUE_INDEX =
            optional("order_value_index", DOUBLE, "mean_order_value, 100 for all");
    public static final Field DISCOUNT_INDEX = optional("discount_index", DOUBLE, "mean_discount_rate, 100 for all");
    public static final Field RECENCY_INDEX = optional("recency_index", DOUBLE, "median_recency_days, 100 for all");
    public static final Field TOP_CHANNEL = optional("top_channel", STRING, "Commonest channel of first orders");
    public static final Field TOP_COUNTRY = optional("top_country", STRING, "Commonest country of first orders");
    public static final Field MARKS = required("marks", STRING, "What marks it, in words");
    public static final Field REACH_BY = required("reach_by", STRING, "Which channel to reach it by");
    public static final Field OFFER = required("offer", STRING, "What to offer");

    public static final TableSpec SPEC = TableSpec.gold("segment_profile")
            .grain("one row per as-of date and segment")
            .fields(
                    AS_OF_DATE,
                    SEGMENT_ID,
                    SEGMENT_NAME,
                    CUSTOMERS,
                    CUSTOMER_SHARE,
                    NET_SALES,
                    SALES_SHARE,
                    MEDIAN_RECENCY_DAYS,
                    MEAN_ORDER_INTERVAL_DAYS,
                    MEAN_ORDERS,
                    MEAN_NET_SALES,
                    MEAN_ORDER_VALUE,
                    MEAN_DISCOUNT_RATE,
                    ORDERS_INDEX,
                    SALES_INDEX,
                    ORDER_VALUE_INDEX,
                    DISCOUNT_INDEX,
                    RECENCY_INDEX,
                    TOP_CHANNEL,
                    TOP_COUNTRY,
                    MARKS,
                    REACH_BY,
                    OFFER)
            .key(AS_OF_DATE, SEGMENT_ID)
            .day(AS_OF_DATE)
            .check("some_customers", "customers > 0")
            .write(WriteMode.REPLACE_DAYS);

    private SegmentProfile() {}
}
