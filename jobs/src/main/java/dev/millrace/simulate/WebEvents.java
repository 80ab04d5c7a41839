package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What visitors do on the web site: one session for every order that is not from the store, and sessions that only browse, in the
 * planted proportion for each channel. A session stays within its day and has no pause of 30 minutes.
 */
final class WebEvents {

    /** Share of browsing sessions that are signed in. */
    static final double SIGNED_IN = 0.5;

    /** Mean events of a browsing session. */
    static final double BROWSED = 3;

    private static final int MOST_BROWSED = 12;
    private static final List<String> DEVICES = List.of("mobile", "desktop", "tablet");
    private static final List<Double> DEVICE_SHARES = List.of(0.6, 0.3, 0.1);
    private static final List<String> WORDS =
            List.of("café", "lamp", "müsli", "gift", "puzzle", "überwurf", "pan", "book", "tea", "ball");

    private final Draws draws;
    private final ProductChoice choice;

    WebEvents(ShopPlan plan, ProductChoice choice) {
        this.draws = new Draws(plan.seed());
        this.choice = choice;
    }

    /**
     * One row per event, in the columns of {@link Feed#WEB_EVENTS}, and {@code day}.
     *
     * @param lines as of {@link Orders#lines}
     */
    Dataset<Row> of(Dataset<Row> population, Dataset<Row> lines) {
        return delivered(buying(lines)).unionByName(delivered(browsing(population)));
    }

    /** Each line is viewed and put into the cart, then the order is checked out and paid. */
    private Dataset<Row> buying(Dataset<Row> lines) {
        Column before = col("line_number").minus(1).multiply(2);
        Column first = before.plus(1);
        Column last = when(col("line_number").equalTo(col("goods_lines")), before.plus(4))
                .otherwise(before.plus(2));
        Column total = col("goods_lines").multiply(2).plus(2);
        Column step = draws.below(60, "step", col("order_id")).plus(15);
        Column left = total.minus(col("nth")).multiply(step);
        Column jitter = when(col("nth").lt(total), draws.below(15, "jitter", col("order_id"), col("nth")))
                .otherwise(0);
        Column type = when(col("nth").equalTo(total), "purchase")
                .when(col("nth").equalTo(total.minus(1)), "checkout")
                .when(col("nth").mod(2).equalTo(1), "view")
                .otherwise("add_to_cart");
        return lines.where(col("is_fee").equalTo(false).and(col("channel").notEqual(Channel.STORE.label())))
                .withColumn("session_id", concat(lit("S"), substring(col("order_id"), 2, 18)))
                .withColumn("nth", explode(sequence(first, last)))
                .withColumn("event_seconds", col("seconds").minus(left).plus(jitter))
                .withColumn("event_type", type)
                .withColumn("signed_in", col("buyer"));
    }

    private Dataset<Row> browsing(Dataset<Row> population) {
        Column id = col("session_id");
        Column length = least(draws.geometric(lit(BROWSED - 1), "length", id).plus(1), lit(MOST_BROWSED));
        Column step = draws.below(100, "step", id).plus(15);
        Column jitter = draws.below(15, "jitter", id, col("nth"));
        Column action = draws.uniform("action", id, col("nth"));
        Column type = when(col("nth").equalTo(1).and(action.lt(0.35)), "search")
                .when(col("nth").gt(1).and(action.lt(0.15)), "add_to_cart")
                .otherwise("view");
        Dataset<Row> events = sessions(population)
                .withColumn("nth", explode(sequence(lit(1), length)))
                .withColumn(
                        "event_seconds",
                        col("seconds").plus(col("nth").multiply(step)).plus(jitter))
                .withColumn("event_type", type);
        return choice.choose(events, "browsed", id, col("nth"));
    }

    private Dataset<Row> sessions(Dataset<Row> population) {
        Column no = col("customer_no");
        Column id = col("session_id");
        Column browsing = col("rate").multiply(Segment.number(col("segment"), Segment::browsingPerOrder));
        Column fingerprint = lower(hex(draws.hash("session", no, col("day"), col("visit"))));
        return Orders.customerDays(population)
                .withColumn("browsing_rate", browsing)
                .withColumn("luck", draws.uniform("sessions", no, col("day")))
                .withColumn("visits", Draws.poisson(col("browsing_rate"), col("luck")))
                .where(col("visits").gt(0))
                .withColumn("visit", explode(sequence(lit(1), col("visits"))))
                .withColumn("session_id", concat(lit("S"), fingerprint))
                .withColumn("seconds", Moments.busy(draws, "session time", id))
                .withColumn(
                        "channel",
                        Segment.channel(col("segment"), Segment::browsingMix, draws.uniform("session channel", id)))
                .withColumn("signed_in", when(draws.chance(SIGNED_IN, "signed in", id), col("customer_id")));
    }

    private Dataset<Row> delivered(Dataset<Row> events) {
        Column device = Shares.pick(DEVICES, DEVICE_SHARES, draws.uniform("device", col("session_id")));
        Column visitor = lower(hex(draws.hash("visitor", col("customer_no"), col("device"))));
        Column product = when(col("event_type").isin("view", "add_to_cart"), col("product_id"));
        return events.withColumn("device", device)
                .select(
                        concat(col("session_id"), lit("-"), col("nth").cast("string"))
                                .as("event_id"),
                        col("session_id"),
                        concat(lit("V"), visitor).as("visitor_id"),
                        col("signed_in").as("customer_id"),
                        Moments.at(col("day"), col("event_seconds")).as("event_ts"),
                        col("event_type"),
                        page().as("page"),
                        product.as("product_id"),
                        col("channel"),
                        col("device"),
                        col("day"));
    }

    private Column page() {
        Column word = draws.oneOf(WORDS, "word", col("session_id"), col("nth"));
        return when(col("event_type").equalTo("view"), concat(lit("/p/"), col("product_id")))
                .when(col("event_type").equalTo("search"), concat(lit("/search?q="), word))
                .when(col("event_type").equalTo("add_to_cart"), lit("/cart"))
                .when(col("event_type").equalTo("checkout"), lit("/checkout"))
                .otherwise(lit("/thanks"));
    }
}
