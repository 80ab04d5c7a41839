package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.ATTRIBUTES;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per product, as the sources last described it; a value once known is not lost to a later blank. */
public final class Product {

    public static final Field PRODUCT_ID = required("product_id", STRING, "Product number at the source");
    public static final Field NAME = optional("name", STRING, "Name or description");
    public static final Field CATEGORY = optional("category", STRING, "Category");
    public static final Field LIST_PRICE = optional("list_price", MONEY, "Price asked, company currency");
    public static final Field UNIT_COST = optional("unit_cost", MONEY, "Cost of one unit, company currency");
    public static final Field LAUNCHED_ON = optional("launched_on", DATE, "First day on sale");
    public static final Field ATTRIBUTES_BY_NAME =
            optional("attributes", ATTRIBUTES, "Further columns of the source, by the name that the mapping gives");
    public static final Field SOURCE = required("source", STRING, "Source of the newest version");
    public static final Field SOURCE_FILE = required("source_file", STRING, "File of the newest version");
    public static final Field SOURCE_ORDINAL = required("source_ordinal", LONG, "Line of the newest version");
    public static final Field KNOWN_DATE =
            required("known_date", DATE, "Day on which the newest version was delivered");

    public static final TableSpec SPEC = TableSpec.silver("product")
            .grain("one row per product")
            .fields(
                    PRODUCT_ID,
                    NAME,
                    CATEGORY,
                    LIST_PRICE,
                    UNIT_COST,
                    LAUNCHED_ON,
                    ATTRIBUTES_BY_NAME,
                    SOURCE,
                    SOURCE_FILE,
                    SOURCE_ORDINAL,
                    KNOWN_DATE)
            .key(PRODUCT_ID)
            .write(WriteMode.MERGE_ON_KEY);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Product() {}
}
