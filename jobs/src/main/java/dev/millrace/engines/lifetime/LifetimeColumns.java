package dev.millrace.engines.lifetime;

/** The columns that the engine reads and makes. */
public final class LifetimeColumns {

    /** BIGINT: days with a purchase after the first. */
    public static final String REPEAT_PURCHASES = "repeat_purchases";

    /** BIGINT: days from the first purchase to the last. */
    public static final String RECENCY_DAYS = "recency_days";

    /** BIGINT: days from the first purchase to the end of what was observed. */
    public static final String AGE_DAYS = "age_days";

    /** DECIMAL: mean money of the repeat purchases; null without any. */
    public static final String MEAN_VALUE = "mean_value";

    /** DOUBLE, made: probability that the customer still buys. */
    public static final String PROBABILITY_ALIVE = "probability_alive";

    /** DOUBLE, made: expected purchases over the horizon. */
    public static final String EXPECTED_PURCHASES = "expected_purchases";

    /** DOUBLE, made: standard error of these, from that of the parameters. */
    public static final String EXPECTED_PURCHASES_ERROR = "expected_purchases_error";

    /** BIGINT, made: purchases over the horizon that at most 2.5 % of such customers stay below. */
    public static final String PURCHASES_LOW = "purchases_low";

    /** BIGINT, made: purchases over the horizon that at most 2.5 % of such customers exceed. */
    public static final String PURCHASES_HIGH = "purchases_high";

    /** DOUBLE, made: expected purchases, each times what its money is worth now. */
    public static final String DISCOUNTED_PURCHASES = "discounted_purchases";

    private LifetimeColumns() {}
}
