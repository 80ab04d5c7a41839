package dev.millrace.tables.score;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per problem, as-of date and customer who had bought by then: what the customer is expected to buy over the horizon, and
 * what that is worth. How it was estimated is said in the row; the parameters are in gold/lifetime_model. Rows of earlier as-of
 * dates stay as they were published.
 */
public final class LifetimeValue {

    public static final Field PROBLEM = required("problem", STRING, "Question that is answered: lifetime_value");
    public static final Field AS_OF_DATE =
            required("as_of_date", DATE, "UTC day before which everything lies: the day after the newest order day");
    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field REPEAT_PURCHASES =
            required("repeat_purchases", LONG, "Days with an order, after the first: x of BG/NBD");
    public static final Field RECENCY_DAYS =
            required("recency_days", LONG, "Days from the first order day to the last: t_x of BG/NBD");
    public static final Field AGE_DAYS =
            required("age_days", LONG, "Days from the first order day to the newest day of all orders: T of BG/NBD");
    public static final Field PROBABILITY_ALIVE = optional(
            "probability_alive", DOUBLE, "Probability that the customer still buys; null where no model was fitted");
    public static final Field EXPECTED_PURCHASES =
            required("expected_purchases", DOUBLE, "Expected order days over the horizon");
    public static final Field EXPECTED_PURCHASES_ERROR = optional(
            "expected_purchases_error",
            DOUBLE,
            "Standard error of expected_purchases, from that of the parameters; null where no model was fitted");
    public static final Field EXPECTED_VALUE =
            required("expected_value", MONEY, "Expected net sales of an order day, company currency");
    public static final Field LIFETIME_VALUE = required(
            "lifetime_value",
            MONEY,
            "Expected net sales over the horizon, discounted to the as-of date, company currency");
    public static final Field LIFETIME_VALUE_LOW = optional(
            "lifetime_value_low",
            MONEY,
            "Lower end of the 95 % interval of prediction: at most 2.5 % of such customers buy less often; value of an order"
                    + " day and parameters taken as known; null where no model was fitted");
    public static final Field LIFETIME_VALUE_HIGH = optional(
            "lifetime_value_high",
            MONEY,
            "Upper end of the same; 0 where all but 2.5 % of such customers never buy again, and then below lifetime_value");
    public static final Field DECILE =
            required("decile", INT, "Tenth of the customers by lifetime_value, 1 the most valuable; equals share one");
    public static final Field HORIZON_DAYS =
            required("horizon_days", INT, "Days after the as-of date that are counted");
    public static final Field PURCHASE_METHOD = required(
            "purchase_method",
            STRING,
            "bg_nbd, or mean_rate: all customers' repeat purchases by their days, the baseline");
    public static final Field VALUE_METHOD = required(
            "value_method",
            STRING,
            "gamma_gamma; gamma_gamma_mean: its mean, for customers whose repeat purchases tell nothing or sum to no more than"
                    + " zero; or mean_value: the mean of all customers' order days, the baseline");
    public static final Field MODEL_VERSION =
            required("model_version", STRING, "Fit that it comes from: model_version of gold/lifetime_model");

    public static final TableSpec SPEC = TableSpec.score("lifetime_value")
            .grain("one row per problem, as-of date and customer who had bought by then")
            .fields(
                    PROBLEM,
                    AS_OF_DATE,
                    CUSTOMER_ID,
                    REPEAT_PURCHASES,
                    RECENCY_DAYS,
                    AGE_DAYS,
                    PROBABILITY_ALIVE,
                    EXPECTED_PURCHASES,
                    EXPECTED_PURCHASES_ERROR,
                    EXPECTED_VALUE,
                    LIFETIME_VALUE,
                    LIFETIME_VALUE_LOW,
                    LIFETIME_VALUE_HIGH,
                    DECILE,
                    HORIZON_DAYS,
                    PURCHASE_METHOD,
                    VALUE_METHOD,
                    MODEL_VERSION)
            .key(PROBLEM, AS_OF_DATE, CUSTOMER_ID)
            .day(AS_OF_DATE)
            .check("probability_is_one", "probability_alive IS NULL OR probability_alive BETWEEN 0 AND 1")
            .check("last_purchase_is_past", "recency_days BETWEEN 0 AND age_days")
            .check("nothing_is_negative", "expected_purchases >= 0 AND expected_value >= 0 AND lifetime_value >= 0")
            .check("decile_is_one", "decile BETWEEN 1 AND 10")
            .write(WriteMode.REPLACE_DAYS);

    private LifetimeValue() {}
}
