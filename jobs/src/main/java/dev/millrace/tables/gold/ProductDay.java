package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
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

/** One row per product and day on which goods of it were sold or returned. */
public final class ProductDay {

    public static final Field PRODUCT_ID = required("product_id", STRING, "Product number");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day");
    public static final Field ORDERS = required("orders", LONG, "Orders with a sale line of the product");
    public static final Field LINES = required("lines", LONG, "Sale lines");
    public static final Field UNITS = required("units", QUANTITY, "Units sold");
    public static final Field GROSS_SALES = required("gross_sales", MONEY, "Amount of sale lines, company currency");
    public static final Field RETURNED_UNITS = required("returned_units", QUANTITY, "Units given back");
    public static final Field RETURNS = required("returns", MONEY, "Amount given back");
    public static final Field NET_SALES = required("net_sales", MONEY, "gross_sales - returns");
    public static final Field AVERAGE_PRICE =
            optional("average_price", MONEY, "gross_sales / units; null without sales");
    public static final Field RETURN_RATE = optional("return_rate", RATIO, "returns / gross_sales; null without sales");

    public static final TableSpec SPEC = TableSpec.gold("product_day")
            .grain("one row per product and day with a sale or return")
            .fields(
                    PRODUCT_ID,
                    ORDER_DATE,
                    ORDERS,
                    LINES,
                    UNITS,
                    GROSS_SALES,
                    RETURNED_UNITS,
                    RETURNS,
                    NET_SALES,
                    AVERAGE_PRICE,
                    RETURN_RATE)
            .key(PRODUCT_ID, ORDER_DATE)
            .day(ORDER_DATE)
            .check("net_adds_up", "net_sales = gross_sales - returns")
            .write(WriteMode.REPLACE_DAYS);

    private ProductDay() {}
}
