package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per as-of date, product and place of which something should be ordered: how much, from whom, by when and why. Rows of earlier
 * as-of dates stay as they were published.
 */
public final class PurchaseProposal {

    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day of the review");
    public static final Field PRODUCT_ID = required("product_id", STRING, "Product");
    public static final Field LOCATION_ID =
            required("location_id", STRING, "Store or warehouse; (any) where demand is forecast for all together");
    public static final Field PARTNER_ID =
            optional("partner_id", STRING, "Supplier to order from; null where none is known");
    public static final Field WANTED_QUANTITY =
            required("wanted_quantity", INT, "Units that gold/stock_plan asks for, no budget regarded");
    public static final Field QUANTITY =
            required("quantity", INT, "Units to order, within the budget; 0 where it leaves nothing");
    public static final Field PACKS = required("packs", INT, "The same in packs");
    public static final Field ORDER_BY_DATE = required(
            "order_by_date",
            DATE,
            "Last UTC day on which an order still comes before all that lies there and is on order is expected to be"
                    + " gone; as_of_date where that is over or never known");
    public static final Field EXPECTED_ARRIVAL_DATE = required(
            "expected_arrival_date", DATE, "UTC day of its delivery by the mean lead time, ordered on as_of_date");
    public static final Field RUNS_OUT_DATE = optional(
            "runs_out_date",
            DATE,
            "UTC day on which all that lies there and is on order is expected to be gone; null where that is beyond what is forecast");
    public static final Field LATE = required(
            "late", BOOLEAN, "Whether it is expected to be gone before the delivery, though ordered on as_of_date");
    public static final Field DAYS_SOONER = optional(
            "days_sooner",
            INT,
            "Days by which this order is placed, and so arrives, sooner than one placed when all is gone; null where"
                    + " runs_out_date is");
    public static final Field COST =
            optional("cost", MONEY, "Cost of the units, company currency; null where that of one is not known");
    public static final Field EXPECTED_GAIN = optional(
            "expected_gain",
            MONEY,
            "Shortages avoided, less what holding costs that is left at the end of the span, company currency; below 0 where the"
                    + " service aimed at costs more than shortages are said to; null where the cost of a unit is not known");
    public static final Field METHOD = required(
            "method",
            STRING,
            "unbound (no budget binds), optimal (best within the budget, proven), or marginal (near it); within a budget no more"
                    + " than is wanted");
    public static final Field WHY = required("why", STRING, "The reason, for people");

    public static final TableSpec SPEC = TableSpec.gold("purchase_proposal")
            .grain("one row per as-of date, product and place of which something should be ordered")
            .fields(
                    AS_OF_DATE,
                    PRODUCT_ID,
                    LOCATION_ID,
                    PARTNER_ID,
                    WANTED_QUANTITY,
                    QUANTITY,
                    PACKS,
                    ORDER_BY_DATE,
                    EXPECTED_ARRIVAL_DATE,
                    RUNS_OUT_DATE,
                    LATE,
                    DAYS_SOONER,
                    COST,
                    EXPECTED_GAIN,
                    METHOD,
                    WHY)
            .key(AS_OF_DATE, PRODUCT_ID, LOCATION_ID)
            .day(AS_OF_DATE)
            .check("no_more_than_wanted", "quantity BETWEEN 0 AND wanted_quantity")
            .check("ordered_from_the_review_on", "order_by_date >= as_of_date AND expected_arrival_date >= as_of_date")
            .write(WriteMode.REPLACE_DAYS);

    private PurchaseProposal() {}
}
