package dev.millrace.simulate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The people who buy: who they are, how they behave, when and why they leave. */
final class Customers {

    /** Spread of the order rate between customers of a segment: standard deviation of its logarithm. */
    static final double RATE_SPREAD = 0.4;

    /** Share of customers who had signed up before the first day. */
    static final double EARLIER = 0.75;

    /** Share of customers who often return goods. */
    static final double RETURN_PRONE = 0.15;

    /** Times that {@link ChurnDriver#LOST_INTEREST} is likelier after an acquisition by social or partner. */
    static final double BOUGHT_ATTENTION = 3;

    private static final int DAYS_BEFORE = 730;
    private static final double MOVES_PER_DAY = 0.0006;
    private static final double CONSENT_CHANGES_PER_DAY = 0.0008;
    private static final double EMAIL_CHANGES_PER_DAY = 0.0005;
    private static final long CUSTOMER_DAYS_PER_SLICE = 500_000;

    private static final List<String> ACQUISITION = List.of("search", "social", "partner", "content", "store");

    private final ShopPlan plan;
    private final Horizon horizon;
    private final Draws draws;

    Customers(ShopPlan plan) {
        this.plan = plan;
        this.horizon = plan.horizon();
        this.draws = new Draws(plan.seed());
    }

    /**
     * One row per customer: {@code segment}, {@code order_rate} (orders a day), {@code signup_date}, {@code start_day} and
     * {@code last_day} (active within the horizon), {@code churn_on} and {@code churn_driver} (null if the customer stays),
     * {@code favourite} (category index), and the days on which something about the customer changes.
     */
    Dataset<Row> population(SparkSession spark) {
        return changes(churn(character(spark)));
    }

    private Dataset<Row> character(SparkSession spark) {
        long slices = plan.customers() * plan.days() / CUSTOMER_DAYS_PER_SLICE + 1;
        Column no = col("customer_no");
        Column spread = draws.normal("rate", no).multiply(RATE_SPREAD).minus(RATE_SPREAD * RATE_SPREAD / 2);
        return spark.range(1, plan.customers() + 1, 1, (int) slices)
                .withColumnRenamed("id", "customer_no")
                .withColumn("customer_id", concat(lit("C"), lpad(no.cast("string"), 8, "0")))
                .withColumn("segment", Segment.drawn(draws.uniform("segment", no)))
                .withColumn(
                        "order_rate",
                        Segment.number(col("segment"), Segment::ordersPerDay).multiply(exp(spread)))
                .withColumn("favourite", draws.below(Category.values().length, "favourite", no))
                .withColumn("return_prone", draws.chance(RETURN_PRONE, "return prone", no))
                .withColumn("acquisition_channel", draws.oneOf(ACQUISITION, "acquisition", no))
                .withColumn("signup_date", signup(no))
                .withColumn("start_day", greatest(col("signup_date"), horizon.first()));
    }

    private Column signup(Column no) {
        Column earlier = date_sub(
                horizon.first(), draws.below(DAYS_BEFORE, "signup before", no).plus(1));
        Column since = date_add(horizon.first(), draws.below(plan.days(), "signup since", no));
        return when(draws.chance(EARLIER, "earlier", no), earlier).otherwise(since);
    }

    private Dataset<Row> churn(Dataset<Row> characters) {
        Column no = col("customer_no");
        Column natural = lit(ChurnDriver.NATURAL.hazardMultiple());
        Column moved = natural.plus(ChurnDriver.MOVED.hazardMultiple());
        Column bought = when(col("acquisition_channel").isin("social", "partner"), BOUGHT_ATTENTION)
                .otherwise(1.0);
        Column lost = moved.plus(bought.multiply(ChurnDriver.LOST_INTEREST.hazardMultiple()));
        Column all = lost.plus(when(col("return_prone"), ChurnDriver.DISAPPOINTED.hazardMultiple())
                .otherwise(0.0));
        Column hazard = Segment.number(col("segment"), Segment::churnHazard).multiply(col("risk_all"));
        Column lifetime = floor(
                        log(lit(1.0).minus(draws.uniform("lifetime", no))).divide(log(lit(1.0).minus(hazard))))
                .cast("int");
        Column which = draws.uniform("churn driver", no).multiply(col("risk_all"));
        return characters
                .withColumn("risk_all", all)
                .withColumn("churn_on", withinHorizon(date_add(col("start_day"), lifetime.plus(1))))
                .withColumn(
                        "churn_driver",
                        when(col("churn_on").isNull(), lit(null).cast("string"))
                                .when(which.lt(natural), ChurnDriver.NATURAL.label())
                                .when(which.lt(moved), ChurnDriver.MOVED.label())
                                .when(which.lt(lost), ChurnDriver.LOST_INTEREST.label())
                                .otherwise(ChurnDriver.DISAPPOINTED.label()))
                .withColumn("last_day", coalesce(date_sub(col("churn_on"), lit(1)), horizon.end()))
                .drop("risk_all");
    }

    private Dataset<Row> changes(Dataset<Row> people) {
        Column no = col("customer_no");
        Column consent = col("churn_driver")
                .eqNullSafe(ChurnDriver.LOST_INTEREST.label())
                .or(draws.chance(0.7, "consent", no));
        Column place = draws.below(Places.COUNT, "place", no);
        Column onwards = draws.below(Places.COUNT - 1, "next place", no).plus(1);
        return people.withColumn("first_consent", consent)
                .withColumn("first_place", place)
                .withColumn("next_place", pmod(col("first_place").plus(onwards), lit(Places.COUNT)))
                .withColumn("moved_on", changeDay(ChurnDriver.MOVED, MOVES_PER_DAY, "moves"))
                .withColumn("consent_on", changeDay(ChurnDriver.LOST_INTEREST, CONSENT_CHANGES_PER_DAY, "consents"))
                .withColumn("email_on", ordinaryDay(EMAIL_CHANGES_PER_DAY, "e-mails"));
    }

    /** When something changes: shortly before leaving if it is the sign of the churn driver, else at any time or never. */
    private Column changeDay(ChurnDriver driver, double perDay, String purpose) {
        Column sign = greatest(date_add(col("start_day"), lit(1)), date_sub(col("churn_on"), lit(driver.leadDays())));
        return when(col("churn_driver").eqNullSafe(driver.label()), withinHorizon(sign))
                .otherwise(ordinaryDay(perDay, purpose));
    }

    private Column ordinaryDay(double perDay, String purpose) {
        Column wait = draws.geometric(lit(1 / perDay), purpose, col("customer_no"));
        return withinHorizon(date_add(col("start_day"), wait.plus(1)));
    }

    private Column withinHorizon(Column day) {
        return when(day.leq(horizon.end()), day);
    }
}
