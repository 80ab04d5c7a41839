package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The feeds of what lies in stock, is on its way, is agreed with suppliers and is promoted. */
final class SupplyFeeds {

    /** Share of product-weeks whose promotion is announced and withdrawn before it begins. */
    static final double WITHDRAWN = 0.01;

    /** Days before its first that a promotion is announced. */
    static final int ANNOUNCED_BEFORE = 14;

    /** Days before its first that one is withdrawn. */
    static final int WITHDRAWN_BEFORE = 5;

    private static final int LAST_SECOND = 24 * Moments.HOUR - 1;
    private static final int WEEK = 7;
    private static final int WEEKS_AHEAD = 2;
    private static final String ORDER_COST = "4.00";

    private final ShopPlan plan;
    private final Draws draws;

    SupplyFeeds(ShopPlan plan) {
        this.plan = plan;
        this.draws = new Draws(plan.seed());
    }

    /** Counts at the end of each day. */
    static Dataset<Row> stock(ShopSupply.SupplyBooks books) {
        return books.days()
                .select(
                        col("product_id"),
                        col("closing").as("on_hand"),
                        col("on_order"),
                        col("reorder_point"),
                        Moments.at(col("day"), lit(LAST_SECOND)).as("counted_at"),
                        col("day"));
    }

    /** Deliveries as they are ordered, and once more when they arrive. */
    Dataset<Row> shipments(ShopSupply.SupplyBooks books, Dataset<Row> terms) {
        Column ordered = struct(lit("ordered").as("status"), col("ordered_on").as("day"));
        Column delivered =
                struct(lit("delivered").as("status"), col("arrives_on").as("day"));
        Column arrived = col("version.status").equalTo("delivered");
        Column id = concat(lit("D"), date_format(col("ordered_on"), "yyMMdd"), col("product_id"));
        return books.orders()
                .join(terms.select("product_id", "product_no", "supplier_id", "unit_cost"), "product_id")
                .withColumn("version", explode(array(ordered, delivered)))
                .where(col("version.day").leq(plan.horizon().end()))
                .select(
                        id.as("shipment_id"),
                        col("supplier_id"),
                        col("product_id"),
                        col("version.status").as("status"),
                        Moments.at(col("ordered_on"), lit(LAST_SECOND)).as("ordered_at"),
                        col("planned_on"),
                        when(arrived, Moments.at(col("arrives_on"), lit(5 * Moments.HOUR)))
                                .as("delivered_at"),
                        col("quantity"),
                        col("unit_cost").as("unit_price"),
                        col("version.day").as("day"));
    }

    /** What is agreed, told on the first day of each product. */
    Dataset<Row> terms(Dataset<Row> terms) {
        return terms.select(
                col("product_id"),
                col("supplier_id"),
                col("lead_days").as("lead_time_days"),
                col("pack"),
                col("unit_cost"),
                lit(ORDER_COST).as("order_cost"),
                date_add(plan.horizon().first(), col("start_index")).as("day"));
    }

    /**
     * Promotions as they are announced, those of the weeks after the last day among them, and once more where they are withdrawn.
     *
     * @param weekly as of {@link Prices#weekly}
     */
    Dataset<Row> promotions(Dataset<Row> weekly) {
        Column told = struct(lit("announced").as("status"), announced().as("day"));
        Column back = struct(
                lit("withdrawn").as("status"),
                date_sub(col("starts_on"), WITHDRAWN_BEFORE).as("day"));
        return planned(weekly)
                .withColumn(
                        "version",
                        explode(when(col("withdrawn"), array(told, back)).otherwise(array(told))))
                .where(col("version.day").leq(plan.horizon().end()))
                .select(
                        concat(lit("A"), date_format(col("starts_on"), "yyMMdd"), col("product_id"))
                                .as("promotion_id"),
                        col("product_id"),
                        col("starts_on"),
                        date_add(col("starts_on"), WEEK - 1).as("ends_on"),
                        col("share").as("discount_share"),
                        col("version.status").as("status"),
                        col("version.day").as("day"));
    }

    private Column announced() {
        Column before = date_sub(col("starts_on"), ANNOUNCED_BEFORE);
        return greatest(plan.horizon().first(), col("known_from"), before);
    }

    /** One row a promotion: product_id, starts_on, share, withdrawn. */
    Dataset<Row> planned(Dataset<Row> weekly) {
        int last = plan.horizon().weeks() - 1;
        Column no = col("product_no");
        Column depth = draws.below(4, "later promotion", no, col("week"))
                .multiply(0.05)
                .plus(0.15);
        Dataset<Row> held =
                weekly.where("promoted").withColumn("share", col("discount")).withColumn("withdrawn", lit(false));
        Dataset<Row> dropped = weekly.where(col("promoted")
                        .equalTo(false)
                        .and(col("week").gt(col("launched_week").plus(2)))
                        .and(draws.chance(WITHDRAWN, "withdrawn", no, col("week"))))
                .withColumn("share", depth)
                .withColumn("withdrawn", lit(true));
        Dataset<Row> ahead = weekly.where(col("week").equalTo(last))
                .withColumn("week", explode(expr("sequence(" + (last + 1) + ", " + (last + WEEKS_AHEAD) + ")")))
                .withColumn("week_start", plan.horizon().weekStart(col("week")))
                .where(draws.chance(Prices.PROMOTED, "later promoted", no, col("week")))
                .withColumn("share", depth)
                .withColumn("withdrawn", lit(false));
        return held.unionByName(dropped)
                .unionByName(ahead)
                .select(
                        col("product_id"),
                        col("week_start").as("starts_on"),
                        round(col("share"), 2).as("share"),
                        col("withdrawn"),
                        least(coalesce(col("launched_on"), plan.horizon().first()), col("week_start"))
                                .as("known_from"));
    }
}
