package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per as-of date, part and week: what is needed of it, what comes, and what to order. Places are added up. Rows of earlier as-of
 * dates stay as they were published.
 */
public final class MaterialRequirement {

    public static final Field AS_OF_DATE = required(
            "as_of_date", DATE, "UTC day on whose morning is planned, that of the forecast; all is known before");
    public static final Field PRODUCT_ID =
            required("product_id", STRING, "Part, or product that is made of parts: all that bills name");
    public static final Field WEEK =
            required("week", INT, "Weeks from as_of_date, from 0; what was due before and is needed now is in 0");
    public static final Field WEEK_DATE = required("week_date", DATE, "First UTC day of the week");
    public static final Field LOW_LEVEL_CODE =
            required("low_level_code", INT, "Deepest level at which it goes into something; 0 for what is only sold");
    public static final Field MADE = required("made", BOOLEAN, "Whether it has a bill of its own; else it is bought");
    public static final Field GROSS_REQUIREMENT = required(
            "gross_requirement", DOUBLE, "Units needed by customers and for what is made of it, scrap included");
    public static final Field SCHEDULED_RECEIPT =
            required("scheduled_receipt", DOUBLE, "Units that open orders bring, in the week in which they are needed");
    public static final Field PLANNED_RECEIPT =
            required("planned_receipt", DOUBLE, "Units that are to come from orders not yet placed");
    public static final Field PLANNED_RELEASE =
            required("planned_release", DOUBLE, "Units to order, or to begin to make, in the week");
    public static final Field PROJECTED_STOCK = required("projected_stock", DOUBLE, "Units left when the week ends");
    public static final Field EXPEDITE =
            required("expedite", BOOLEAN, "Whether something that is needed in the week comes too late unless hurried");
    public static final Field EXPEDITE_REASON = optional(
            "expedite_reason",
            STRING,
            "overdue (an open order should have come), due_after_need (an open order comes later), within_lead_time (an order"
                    + " placed now comes later); several joined by a comma");
    public static final Field EXPEDITE_QUANTITY = required("expedite_quantity", DOUBLE, "Units that are too late");
    public static final Field EXPEDITE_ORDERS =
            required("expedite_orders", TEXTS, "Shipments to hurry; none where the order is not yet placed");
    public static final Field ASSUMED = required(
            "assumed",
            TEXTS,
            "What was not known, and what stood in: stock (none), lead_time (none, there in the same week), lot_size (what is"
                    + " missing)");

    public static final TableSpec SPEC = TableSpec.gold("material_requirement")
            .grain("one row per as-of date, part and week")
            .fields(
                    AS_OF_DATE,
                    PRODUCT_ID,
                    WEEK,
                    WEEK_DATE,
                    LOW_LEVEL_CODE,
                    MADE,
                    GROSS_REQUIREMENT,
                    SCHEDULED_RECEIPT,
                    PLANNED_RECEIPT,
                    PLANNED_RELEASE,
                    PROJECTED_STOCK,
                    EXPEDITE,
                    EXPEDITE_REASON,
                    EXPEDITE_QUANTITY,
                    EXPEDITE_ORDERS,
                    ASSUMED)
            .key(AS_OF_DATE, PRODUCT_ID, WEEK)
            .day(AS_OF_DATE)
            .check("week_counts_from_the_as_of_date", "week_date = date_add(as_of_date, 7 * week)")
            .check("expedite_says_why", "expedite = (expedite_reason IS NOT NULL)")
            .write(WriteMode.REPLACE_DAYS);

    private MaterialRequirement() {}
}
