package dev.millrace.tables.feature;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per customer who ever bought: the first day they did. It spares the KPIs a look through all history for who is
 * new; a late order that moves the day makes the KPIs of both days stale.
 */
public final class CustomerFirstOrder {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field FIRST_ORDER_DATE = required("first_order_date", DATE, "UTC day of the first sale line");
    public static final Field COUNTRY = optional("country", STRING, "Country of the first order");
    public static final Field CHANNEL = optional("channel", STRING, "Channel of the first order");

    public static final TableSpec SPEC = TableSpec.feature("customer_first_order")
            .grain("one row per customer who ever bought")
            .fields(CUSTOMER_ID, FIRST_ORDER_DATE, COUNTRY, CHANNEL)
            .key(CUSTOMER_ID)
            .day(FIRST_ORDER_DATE)
            .write(WriteMode.MERGE_ON_KEY);

    private CustomerFirstOrder() {}
}
