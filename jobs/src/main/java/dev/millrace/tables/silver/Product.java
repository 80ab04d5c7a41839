package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
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
    public static final Field DEPARTMENT = optional("department", STRING, "Group of categories");
    public static final Field SUB_CATEGORY = optional("sub_category", STRING, "Part of the category");
    public static final Field BRAND = optional("brand", STRING, "Brand");
    public static final Field MANUFACTURER = optional("manufacturer", STRING, "Manufacturer");
    public static final Field PACKAGE_SIZE = optional("package_size", STRING, "Size of the package as printed on it");
    public static final Field WEIGHT_KG = optional("weight_kg", DOUBLE, "Weight of one unit, kilograms");

    public static final TableSpec SPEC = TableSpec.silver("product")
            .grain("one row per product")
            .fields(Provenance.ofNewest(
                    PRODUCT_ID,
                    NAME,
                    CATEGORY,
                    LIST_PRICE,
                    UNIT_COST,
                    LAUNCHED_ON,
                    DEPARTMENT,
                    SUB_CATEGORY,
                    BRAND,
                    MANUFACTURER,
                    PACKAGE_SIZE,
                    WEIGHT_KG))
            .key(PRODUCT_ID)
            .check("weight_not_negative", "weight_kg IS NULL OR weight_kg >= 0")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Product() {}
}
