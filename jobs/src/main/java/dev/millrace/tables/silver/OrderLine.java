package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.ATTRIBUTES;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per line of an order: goods sold or returned, and every other amount that the shop books on an order.
 *
 * <p>The sum of {@link #AMOUNT} over all kinds is what the source booked; the kinds only divide it.
 */
public final class OrderLine {

    /** Goods sold. */
    public static final String SALE = "sale";
    /** Goods taken back, or a sale cancelled. */
    public static final String RETURN = "return";
    /** Postage, carriage, commission, bank and marketplace fees, and their cancellation. */
    public static final String FEE = "fee";
    /** Money taken off an order. */
    public static final String DISCOUNT = "discount";
    /** Manual corrections, samples, stock found or written off. */
    public static final String ADJUSTMENT = "adjustment";
    /** Debts written off. */
    public static final String BAD_DEBT = "bad_debt";

    public static final Field ORDER_ID = required("order_id", STRING, "Order number at the source");
    public static final Field LINE_NUMBER =
            required("line_number", INT, "Position in the order's day, from 1; the source's own where it has one");
    public static final Field ORDER_DATE = required("order_date", DATE, "UTC day ordered");
    public static final Field ORDER_TS = required("order_ts", TIMESTAMP, "UTC moment ordered");
    public static final Field KIND =
            required("kind", STRING, "sale, return, fee (and postage), discount, adjustment or bad_debt");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product number at the source");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field QUANTITY_ORDERED = required("quantity", QUANTITY, "Units; negative for a return");
    public static final Field UNIT_PRICE = required("unit_price", MONEY, "Price of one unit, company currency");
    public static final Field AMOUNT =
            required("amount", MONEY, "Money booked: quantity times unit price unless the mapping says otherwise");
    public static final Field COUNTRY = optional("country", STRING, "Country of the order");
    public static final Field CHANNEL = optional("channel", STRING, "Channel that brought the order");
    public static final Field ORIGINAL_ORDER_ID =
            optional("original_order_id", STRING, "For a return: the sale's order, where the source names it");
    public static final Field ORIGINAL_LINE_NUMBER =
            optional("original_line_number", INT, "For a return: the sale's line, where the source names it");
    public static final Field ATTRIBUTES_BY_NAME =
            optional("attributes", ATTRIBUTES, "Further columns of the source, by the name that the mapping gives");
    public static final Field SOURCE = required("source", STRING, "Source that delivered the line");
    public static final Field SOURCE_FILE = required("source_file", STRING, "Delivered file");
    public static final Field SOURCE_ORDINAL = required("source_ordinal", LONG, "Line of the delivered file");
    public static final Field SOURCE_HASH =
            required("source_hash", LONG, "Hash of the row as delivered; equal for exact duplicates");
    public static final Field KNOWN_DATE = required("known_date", DATE, "Day on which the source delivered the line");

    public static final TableSpec SPEC = TableSpec.silver("order_line")
            .grain("one row per line of an order and day")
            .fields(
                    ORDER_ID,
                    LINE_NUMBER,
                    ORDER_DATE,
                    ORDER_TS,
                    KIND,
                    PRODUCT_ID,
                    CUSTOMER_ID,
                    QUANTITY_ORDERED,
                    UNIT_PRICE,
                    AMOUNT,
                    COUNTRY,
                    CHANNEL,
                    ORIGINAL_ORDER_ID,
                    ORIGINAL_LINE_NUMBER,
                    ATTRIBUTES_BY_NAME,
                    SOURCE,
                    SOURCE_FILE,
                    SOURCE_ORDINAL,
                    SOURCE_HASH,
                    KNOWN_DATE)
            .key(ORDER_ID, ORDER_DATE, LINE_NUMBER)
            .day(ORDER_DATE)
            .check("kind_known", "kind IN ('sale', 'return', 'fee', 'discount', 'adjustment', 'bad_debt')")
            .check("day_is_of_the_moment", "order_date = CAST(order_ts AS DATE)")
            .check("sale_has_units", "kind <> 'sale' OR quantity > 0")
            .check("return_takes_units_back", "kind <> 'return' OR quantity < 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(ORDER_ID, ORDER_TS, QUANTITY_ORDERED, UNIT_PRICE)
            .numbering(LINE_NUMBER, ORDER_ID, ORDER_DATE)
            .deriving(ORDER_DATE, "CAST(order_ts AS DATE)")
            .deriving(AMOUNT, "quantity * unit_price")
            .deriving(KIND, "CASE WHEN quantity < 0 THEN 'return' WHEN quantity > 0 THEN 'sale' ELSE 'adjustment' END");

    private OrderLine() {}
}
