package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
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
 * One row per item of a delivery, from a vendor to the company or from the company to a customer.
 *
 * <p>Its day is the planned one, which is known before the delivery and stays the same after it.
 */
public final class Shipment {

    public static final Field SHIPMENT_ID = required(
            "shipment_id",
            STRING,
            "Number of the delivery's item at the source; where it stood in the delivery when the source gives none");
    public static final Field PLANNED_DATE = required("planned_date", DATE, "UTC day planned for the delivery");
    public static final Field PLANNED_TS = required(
            "planned_ts",
            TIMESTAMP,
            "UTC moment planned for the delivery; the start of the day when only a day is known");
    public static final Field ORDER_ID = optional("order_id", STRING, "Order that it fulfils");
    public static final Field PARTNER_ID = optional("partner_id", STRING, "Vendor or carrier that delivers");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product delivered");
    public static final Field ORDERED_TS = optional("ordered_ts", TIMESTAMP, "UTC moment ordered");
    public static final Field SHIPPED_TS = optional("shipped_ts", TIMESTAMP, "UTC moment handed to the carrier");
    public static final Field DELIVERED_TS =
            optional("delivered_ts", TIMESTAMP, "UTC moment delivered; null when it is still on the way");
    public static final Field STATUS = optional("status", STRING, "Where it stands at the source");
    public static final Field ORIGIN = optional("origin", STRING, "Site or country that it comes from");
    public static final Field DESTINATION = optional("destination", STRING, "Site or country that it goes to");
    public static final Field MODE = optional("mode", STRING, "Way of transport, in small letters");
    public static final Field QUANTITY_DELIVERED = optional("quantity", QUANTITY, "Units delivered");
    public static final Field UNIT_PRICE = optional("unit_price", MONEY, "Price of one unit, company currency");
    public static final Field GOODS_VALUE = optional("goods_value", MONEY, "Worth of the goods, company currency");
    public static final Field FREIGHT =
            optional("freight", MONEY, "Cost of transport, company currency; null when it is not booked on this item");
    public static final Field FREIGHT_TERMS = optional(
            "freight_terms",
            STRING,
            "own, included (in the price of the goods), invoiced_separately, or shared (booked on another shipment)");
    public static final Field FREIGHT_SHIPMENT_ID =
            optional("freight_shipment_id", STRING, "Shipment that the freight is booked on, when shared");
    public static final Field INSURANCE = optional("insurance", MONEY, "Cost of insurance, company currency");
    public static final Field WEIGHT_KG = optional("weight_kg", DOUBLE, "Weight, kilograms");

    public static final TableSpec SPEC = TableSpec.silver("shipment")
            .grain("one row per item of a delivery")
            .fields(Provenance.after(
                    SHIPMENT_ID,
                    PLANNED_DATE,
                    PLANNED_TS,
                    ORDER_ID,
                    PARTNER_ID,
                    CUSTOMER_ID,
                    PRODUCT_ID,
                    ORDERED_TS,
                    SHIPPED_TS,
                    DELIVERED_TS,
                    STATUS,
                    ORIGIN,
                    DESTINATION,
                    MODE,
                    QUANTITY_DELIVERED,
                    UNIT_PRICE,
                    GOODS_VALUE,
                    FREIGHT,
                    FREIGHT_TERMS,
                    FREIGHT_SHIPMENT_ID,
                    INSURANCE,
                    WEIGHT_KG))
            .key(SHIPMENT_ID)
            .day(PLANNED_DATE)
            .check("day_is_of_the_moment", "planned_date = CAST(planned_ts AS DATE)")
            .check(
                    "delivered_not_before_shipped",
                    "shipped_ts IS NULL OR delivered_ts IS NULL OR delivered_ts >= shipped_ts")
            .check(
                    "freight_terms_known",
                    "freight_terms IS NULL OR freight_terms IN ('own', 'included', 'invoiced_separately', 'shared')")
            .check(
                    "shared_freight_names_its_shipment",
                    "freight_terms IS NULL OR freight_terms <> 'shared' OR freight_shipment_id IS NOT NULL")
            .check("quantity_not_negative", "quantity IS NULL OR quantity >= 0")
            .check("goods_value_not_negative", "goods_value IS NULL OR goods_value >= 0")
            .check("freight_not_negative", "freight IS NULL OR freight >= 0")
            .check("weight_kg_not_negative", "weight_kg IS NULL OR weight_kg >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(PLANNED_TS)
            .deriving(SHIPMENT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(PLANNED_DATE, "CAST(planned_ts AS DATE)");

    private Shipment() {}
}
