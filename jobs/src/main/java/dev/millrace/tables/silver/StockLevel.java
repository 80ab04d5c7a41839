package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
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

/** One row per product, place and moment at which stock was counted. */
public final class StockLevel {

    public static final Field PRODUCT_ID = required("product_id", STRING, "Product");
    public static final Field LOCATION_ID =
            required("location_id", STRING, "Store or warehouse; main when the source knows one only");
    public static final Field STOCK_DATE = required("stock_date", DATE, "UTC day of the count");
    public static final Field STOCK_TS =
            required("stock_ts", TIMESTAMP, "UTC moment of the count; the start of the day when only a day is known");
    public static final Field ON_HAND =
            required("on_hand", QUANTITY, "Units that lie there; negative when more were booked out than in");
    public static final Field ON_ORDER =
            optional("on_order", QUANTITY, "Units ordered from the vendor and not yet there");
    public static final Field RESERVED = optional("reserved", QUANTITY, "Units promised to customers");
    public static final Field REORDER_POINT =
            optional("reorder_point", QUANTITY, "Units at which the source orders again");
    public static final Field UNIT_COST = optional("unit_cost", MONEY, "Cost of one unit, company currency");

    public static final TableSpec SPEC = TableSpec.silver("stock_level")
            .grain("one row per product, place and moment of counting")
            .fields(Provenance.after(
                    PRODUCT_ID,
                    LOCATION_ID,
                    STOCK_DATE,
                    STOCK_TS,
                    ON_HAND,
                    ON_ORDER,
                    RESERVED,
                    REORDER_POINT,
                    UNIT_COST))
            .key(PRODUCT_ID, LOCATION_ID, STOCK_TS)
            .day(STOCK_DATE)
            .check("day_is_of_the_moment", "stock_date = CAST(stock_ts AS DATE)")
            .check("on_order_not_negative", "on_order IS NULL OR on_order >= 0")
            .check("reserved_not_negative", "reserved IS NULL OR reserved >= 0")
            .check("unit_cost_not_negative", "unit_cost IS NULL OR unit_cost >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(PRODUCT_ID, ON_HAND)
            .deriving(LOCATION_ID, "'main'")
            .deriving(STOCK_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(STOCK_DATE, "CAST(stock_ts AS DATE)");

    private StockLevel() {}
}
