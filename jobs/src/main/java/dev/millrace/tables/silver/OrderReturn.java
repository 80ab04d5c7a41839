package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per return line, with the sale that it takes back where that can be known.
 *
 * <p>A sale never gives back more units than it sold: what goes beyond is left unpaired.
 */
public final class OrderReturn {

    /** The source names the sale. */
    public static final String BY_REFERENCE = "reference";
    /** The customer's newest earlier sale of the product at the same price that has units left. */
    public static final String BY_MATCH = "match";
    /** No sale could be found. */
    public static final String UNPAIRED = "unpaired";

    public static final Field ORDER_ID = required("order_id", STRING, "Order number of the return");
    public static final Field LINE_NUMBER = required("line_number", INT, "Line of the return");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day of the return");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product returned");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer; null when anonymous");
    public static final Field QUANTITY_RETURNED = required("quantity", QUANTITY, "Units returned, above zero");
    public static final Field AMOUNT = required("amount", MONEY, "Money given back, company currency, above zero");
    public static final Field PAIRING =
            required("pairing", STRING, "How the sale was found: reference, match or unpaired");
    public static final Field SALE_ORDER_ID = optional("sale_order_id", STRING, "Order of the sale");
    public static final Field SALE_LINE_NUMBER = optional("sale_line_number", INT, "Line of the sale");
    public static final Field SALE_DATE = optional("sale_date", DATE, "UTC day of the sale");
    public static final Field DAYS_HELD = optional("days_held", INT, "Days between sale and return");

    public static final TableSpec SPEC = TableSpec.silver("order_return")
            .grain("one row per return line")
            .fields(
                    ORDER_ID,
                    LINE_NUMBER,
                    ORDER_DATE,
                    PRODUCT_ID,
                    CUSTOMER_ID,
                    QUANTITY_RETURNED,
                    AMOUNT,
                    PAIRING,
                    SALE_ORDER_ID,
                    SALE_LINE_NUMBER,
                    SALE_DATE,
                    DAYS_HELD)
            .key(ORDER_ID, ORDER_DATE, LINE_NUMBER)
            .day(ORDER_DATE)
            .check("pairing_known", "pairing IN ('reference', 'match', 'unpaired')")
            .check("paired_names_its_sale", "pairing = 'unpaired' OR sale_order_id IS NOT NULL")
            .check("sale_comes_first", "days_held IS NULL OR days_held >= 0")
            .write(WriteMode.REPLACE_DAYS);

    private OrderReturn() {}
}
