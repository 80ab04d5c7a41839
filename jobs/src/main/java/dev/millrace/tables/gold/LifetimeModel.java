package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per fit of the lifetime model: the parameters that the scores of its as-of date come from, with their standard errors, or
 * why there are none. Times are in weeks, money in the company's currency.
 */
public final class LifetimeModel {

    public static final Field PROBLEM = required("problem", STRING, "Question that is answered: lifetime_value");
    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day before which everything lies");
    public static final Field MODEL_VERSION =
            required("model_version", STRING, "Hash of parameters and settings; what scores name");
    public static final Field CUSTOMERS = required("customers", LONG, "Customers who had bought");
    public static final Field REPEAT_CUSTOMERS =
            required("repeat_customers", LONG, "Customers who had bought on a second day");
    public static final Field CURRENCY = required("currency", STRING, "ISO 4217 code of the money");
    public static final Field HORIZON_DAYS =
            required("horizon_days", INT, "Days after the as-of date that are counted");
    public static final Field DISCOUNT_RATE = required("discount_rate", DOUBLE, "What a year takes off");
    public static final Field PURCHASE_METHOD = required("purchase_method", STRING, "bg_nbd or mean_rate");
    public static final Field VALUE_METHOD = required("value_method", STRING, "gamma_gamma or mean_value");
    public static final Field FALLBACK_REASON =
            optional("fallback_reason", STRING, "Why a baseline stands in the place of a model; null where none does");
    public static final Field R = optional("r", DOUBLE, "BG/NBD: shape of the purchase rates");
    public static final Field R_ERROR = optional("r_error", DOUBLE, "Its standard error");
    public static final Field ALPHA = optional("alpha", DOUBLE, "BG/NBD: rate of the purchase rates, weeks");
    public static final Field ALPHA_ERROR = optional("alpha_error", DOUBLE, "Its standard error");
    public static final Field A = optional("a", DOUBLE, "BG/NBD: first parameter of the probability to stop");
    public static final Field A_ERROR = optional("a_error", DOUBLE, "Its standard error");
    public static final Field B = optional("b", DOUBLE, "BG/NBD: second parameter of the probability to stop");
    public static final Field B_ERROR = optional("b_error", DOUBLE, "Its standard error");
    public static final Field PURCHASE_LOG_LIKELIHOOD =
            optional("purchase_log_likelihood", DOUBLE, "Log-likelihood of BG/NBD");
    public static final Field P = optional("p", DOUBLE, "Gamma-gamma: shape of a customer's purchases");
    public static final Field P_ERROR = optional("p_error", DOUBLE, "Its standard error");
    public static final Field Q = optional("q", DOUBLE, "Gamma-gamma: shape of the customers' rates");
    public static final Field Q_ERROR = optional("q_error", DOUBLE, "Its standard error");
    public static final Field GAMMA = optional("gamma", DOUBLE, "Gamma-gamma: rate of these, money");
    public static final Field GAMMA_ERROR = optional("gamma_error", DOUBLE, "Its standard error");
    public static final Field VALUE_LOG_LIKELIHOOD = optional(
            "value_log_likelihood", DOUBLE, "Log-likelihood of gamma-gamma, of nearly equal means taken together");
    public static final Field FREQUENCY_VALUE_CORRELATION = optional(
            "frequency_value_correlation",
            DOUBLE,
            "Correlation of repeat purchases with their mean value; gamma-gamma takes it to be near 0");

    public static final TableSpec SPEC = TableSpec.gold("lifetime_model")
            .grain("one row per problem and as-of date that was scored")
            .fields(
                    PROBLEM,
                    AS_OF_DATE,
                    MODEL_VERSION,
                    CUSTOMERS,
                    REPEAT_CUSTOMERS,
                    CURRENCY,
                    HORIZON_DAYS,
                    DISCOUNT_RATE,
                    PURCHASE_METHOD,
                    VALUE_METHOD,
                    FALLBACK_REASON,
                    R,
                    R_ERROR,
                    ALPHA,
                    ALPHA_ERROR,
                    A,
                    A_ERROR,
                    B,
                    B_ERROR,
                    PURCHASE_LOG_LIKELIHOOD,
                    P,
                    P_ERROR,
                    Q,
                    Q_ERROR,
                    GAMMA,
                    GAMMA_ERROR,
                    VALUE_LOG_LIKELIHOOD,
                    FREQUENCY_VALUE_CORRELATION)
            .key(PROBLEM, AS_OF_DATE)
            .day(AS_OF_DATE)
            .write(WriteMode.REPLACE_DAYS);

    private LifetimeModel() {}
}
