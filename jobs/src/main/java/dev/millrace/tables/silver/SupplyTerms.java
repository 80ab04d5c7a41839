package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.QUANTITY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per product, place and supplier: what orders of it are bound to, as the sources last described it; a value once known is not
 * lost to a later blank. What one makes oneself has terms too: the works are its supplier.
 */
public final class SupplyTerms {

    /** Stands for every place, and for a supplier that is not named. */
    public static final String ANY = "(any)";

    public static final Field PRODUCT_ID = required("product_id", STRING, "Product");
    public static final Field LOCATION_ID =
            required("location_id", STRING, "Store or warehouse that is supplied; (any) for terms that hold at all");
    public static final Field PARTNER_ID =
            required("partner_id", STRING, "Vendor, or works where it is made; (any) when the source names none");
    public static final Field PREFERENCE = optional(
            "preference",
            INT,
            "1 for the supplier that is ordered from, 2 for the next; without, the cheapest is, and of equals the fastest");
    public static final Field LEAD_TIME_DAYS =
            optional("lead_time_days", INT, "Days from order to delivery as agreed; 0 where it is there at once");
    public static final Field PACK = optional("pack", QUANTITY, "Units in a pack; orders are whole packs");
    public static final Field MINIMUM_QUANTITY =
            optional("minimum_quantity", QUANTITY, "Least units that may be ordered at once");
    public static final Field SHELF_LIFE_DAYS = optional(
            "shelf_life_days", INT, "Days after delivery for which a unit can be sold; null where it does not spoil");
    public static final Field UNIT_COST = optional("unit_cost", MONEY, "Cost of one unit, company currency");
    public static final Field UNIT_VOLUME = optional("unit_volume", DOUBLE, "Room that a unit takes, cubic metres");
    public static final Field ORDER_COST =
            optional("order_cost", MONEY, "Cost of placing and receiving an order of it, company currency");
    public static final Field ENDED_ON =
            optional("ended_on", DATE, "First day on which it can no longer be had so; null while it can");

    public static final TableSpec SPEC = TableSpec.silver("supply_terms")
            .grain("one row per product, place and supplier")
            .fields(Provenance.ofNewest(
                    PRODUCT_ID,
                    LOCATION_ID,
                    PARTNER_ID,
                    PREFERENCE,
                    LEAD_TIME_DAYS,
                    PACK,
                    MINIMUM_QUANTITY,
                    SHELF_LIFE_DAYS,
                    UNIT_COST,
                    UNIT_VOLUME,
                    ORDER_COST,
                    ENDED_ON))
            .key(PRODUCT_ID, LOCATION_ID, PARTNER_ID)
            .check("lead_time_not_negative", "lead_time_days IS NULL OR lead_time_days >= 0")
            .check("pack_above_zero", "pack IS NULL OR pack > 0")
            .check("minimum_quantity_not_negative", "minimum_quantity IS NULL OR minimum_quantity >= 0")
            .check("shelf_life_above_zero", "shelf_life_days IS NULL OR shelf_life_days > 0")
            .check("unit_cost_not_negative", "unit_cost IS NULL OR unit_cost >= 0")
            .check("unit_volume_not_negative", "unit_volume IS NULL OR unit_volume >= 0")
            .check("order_cost_not_negative", "order_cost IS NULL OR order_cost >= 0")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC)
            .needing(PRODUCT_ID)
            .deriving(LOCATION_ID, "'" + ANY + "'")
            .deriving(PARTNER_ID, "'" + ANY + "'");

    private SupplyTerms() {}
}
