package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per as-of date, product and place: what should lie there, and what that costs. Units are whole in plans, and parts of them in
 * what is expected. Rows of earlier as-of dates stay as they were published.
 */
public final class StockPlan {

    public static final Field AS_OF_DATE = required(
            "as_of_date",
            DATE,
            "UTC day on whose morning stock is reviewed, that of the forecast; all is known before");
    public static final Field PRODUCT_ID = required("product_id", STRING, "Product");
    public static final Field LOCATION_ID =
            required("location_id", STRING, "Store or warehouse; (any) where demand is forecast for all together");
    public static final Field PARTNER_ID =
            optional("partner_id", STRING, "Supplier that is ordered from; null where none is known");
    public static final Field STOCK_CLASS = required(
            "stock_class",
            STRING,
            "By value (A the few that make most of it, to C) and by how far demand may be off (X little, to Z much)");
    public static final Field STOCK_DATE = optional("stock_date", DATE, "UTC day of the newest count");
    public static final Field ON_HAND = required(
            "on_hand", DOUBLE, "Units counted, less those promised to customers; below 0 where units are owed");
    public static final Field ON_ORDER = required("on_order", DOUBLE, "Units ordered and not yet there");
    public static final Field POSITION = required("position", DOUBLE, "on_hand + on_order, which orders go by");
    public static final Field DAILY_DEMAND = required("daily_demand", DOUBLE, "Units expected a day, in the mean");
    public static final Field LEAD_TIME_DAYS =
            required("lead_time_days", DOUBLE, "Days from order to delivery, in the mean");
    public static final Field LEAD_TIME_DAYS_90 =
            required("lead_time_days_90", INT, "Days that 9 of 10 deliveries do not exceed");
    public static final Field LEAD_TIME_SOURCE = required(
            "lead_time_source",
            STRING,
            "shipments (of the supplier, drawn towards those of all), terms, other_suppliers (their shipments), or assumed");
    public static final Field LEAD_TIME_DELIVERIES =
            required("lead_time_deliveries", INT, "Deliveries of the supplier that tell it");
    public static final Field REVIEW_DAYS = required("review_days", INT, "Days to the next review");
    public static final Field EXPECTED_DEMAND =
            required("expected_demand", DOUBLE, "Units expected until the delivery of the next review's order");
    public static final Field DEMAND_DEVIATION = required(
            "demand_deviation", DOUBLE, "Standard deviation of that, by errors of forecasts and of lead times");
    public static final Field SAFETY_STOCK =
            required("safety_stock", DOUBLE, "Units expected to lie there when a delivery arrives");
    public static final Field REORDER_POINT =
            required("reorder_point", INT, "Units of position at which, or below, is ordered at a review");
    public static final Field ORDER_UP_TO = required("order_up_to", INT, "Units that an order brings position to");
    public static final Field ORDER_QUANTITY =
            required("order_quantity", INT, "Units to order now by this plan, no budget regarded");
    public static final Field PACK = required("pack", INT, "Units in a pack");
    public static final Field TARGET_FILL_RATE =
            required("target_fill_rate", DOUBLE, "Share of units that is to be served from stock");
    public static final Field EXPECTED_FILL_RATE = required(
            "expected_fill_rate",
            DOUBLE,
            "Share expected in the long run; without spoiling, and with late units served");
    public static final Field DAYS_OF_COVER = optional(
            "days_of_cover", DOUBLE, "Days that on_hand lasts at daily_demand; null where nothing is demanded");
    public static final Field UNIT_COST =
            optional("unit_cost", MONEY, "Cost of one unit, company currency, by terms, count or product");
    public static final Field HOLDING_COST_PER_YEAR =
            optional("holding_cost_per_year", MONEY, "Expected, company currency; null where unit_cost is");
    public static final Field ORDERING_COST_PER_YEAR =
            required("ordering_cost_per_year", MONEY, "Expected, company currency");
    public static final Field SHORTAGE_COST_PER_YEAR =
            optional("shortage_cost_per_year", MONEY, "Expected, company currency; null where unit_cost is");
    public static final Field WASTE_COST_PER_YEAR = optional(
            "waste_cost_per_year",
            MONEY,
            "Cost of units expected to spoil, at the least, company currency; null where unit_cost is");
    public static final Field POLICY = required("policy", STRING, "How it is ordered, as textbooks write it");
    public static final Field NOTES = required(
            "notes",
            TEXTS,
            "What the plan could not keep or had to raise, such as no_demand, raised_to_packs, minimum_delays_orders,"
                    + " spoils_before_sold");
    public static final Field ASSUMED = required(
            "assumed",
            TEXTS,
            "What was not known, and what stood in: no_count (nothing lies there), on_order (none is),"
                    + " lead_time, unit_cost (1, for classes), poisson_errors (of forecasts without known errors), demand_levelled"
                    + " (evenly, where none is expected in the review period), forecast_extended (by its mean, errors in proportion)");

    public static final TableSpec SPEC = TableSpec.gold("stock_plan")
            .grain("one row per as-of date, product and place")
            .fields(
                    AS_OF_DATE,
                    PRODUCT_ID,
                    LOCATION_ID,
                    PARTNER_ID,
                    STOCK_CLASS,
                    STOCK_DATE,
                    ON_HAND,
                    ON_ORDER,
                    POSITION,
                    DAILY_DEMAND,
                    LEAD_TIME_DAYS,
                    LEAD_TIME_DAYS_90,
                    LEAD_TIME_SOURCE,
                    LEAD_TIME_DELIVERIES,
                    REVIEW_DAYS,
                    EXPECTED_DEMAND,
                    DEMAND_DEVIATION,
                    SAFETY_STOCK,
                    REORDER_POINT,
                    ORDER_UP_TO,
                    ORDER_QUANTITY,
                    PACK,
                    TARGET_FILL_RATE,
                    EXPECTED_FILL_RATE,
                    DAYS_OF_COVER,
                    UNIT_COST,
                    HOLDING_COST_PER_YEAR,
                    ORDERING_COST_PER_YEAR,
                    SHORTAGE_COST_PER_YEAR,
                    WASTE_COST_PER_YEAR,
                    POLICY,
                    NOTES,
                    ASSUMED)
            .key(AS_OF_DATE, PRODUCT_ID, LOCATION_ID)
            .day(AS_OF_DATE)
            .check("position_adds_up", "abs(position - on_hand - on_order) < 0.001")
            .check("whole_packs", "order_quantity >= 0 AND order_quantity % pack = 0")
            .check("fill_rate_is_a_share", "expected_fill_rate BETWEEN 0 AND 1")
            .write(WriteMode.REPLACE_DAYS);

    private StockPlan() {}
}
