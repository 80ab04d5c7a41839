package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Draws products in proportion to their weight in a week: inverse CDF by a guide table (Chen and Asau, 1974), which makes of the search
 * for the interval an equality join on a slot with a handful of candidates.
 */
final class ProductChoice {

    /** Share of draws among the customer's favourite category alone. */
    static final double FAVOURED = 0.5;

    private static final int POOLS = Category.values().length + 1;
    private static final int ALL = 0;

    private final Draws draws;
    private final Horizon horizon;
    private final long buckets;
    private final Dataset<Row> guide;

    /**
     * A choice among the products on sale.
     *
     * @param weekly as of {@link Prices#weekly}
     */
    ProductChoice(ShopPlan plan, Dataset<Row> weekly) {
        this.draws = new Draws(plan.seed());
        this.horizon = plan.horizon();
        this.buckets = Math.max(8, plan.products() / 4);
        this.guide = guide(weekly);
    }

    /**
     * Adds {@code product_id}, {@code category} and {@code price} to each row.
     *
     * @param rows with {@code day} and {@code favourite}
     * @param keys that tell the rows apart
     */
    Dataset<Row> choose(Dataset<Row> rows, String purpose, Column... keys) {
        Column pool = when(
                        draws.chance(FAVOURED, purpose + "/pool", keys),
                        col("favourite").plus(1))
                .otherwise(ALL);
        Column bucket = floor(col("chosen").multiply(buckets));
        Dataset<Row> drawn = rows.withColumn("chosen", draws.uniform(purpose, keys))
                .withColumn("chosen_slot", slot(horizon.week(col("day")), pool, bucket));
        Column falls = col("chosen_slot")
                .equalTo(col("slot"))
                .and(col("chosen").geq(col("low")))
                .and(col("chosen").lt(col("high")));
        return drawn.join(broadcast(guide), falls).drop("chosen", "chosen_slot", "slot", "low", "high");
    }

    private Dataset<Row> guide(Dataset<Row> weekly) {
        Column pools = array(lit(ALL), col("category_no").plus(1));
        WindowSpec pool = Window.partitionBy("week", "pool");
        WindowSpec running = pool.orderBy("product_no");
        return weekly.withColumn("pool", explode(pools))
                .withColumn("running", sum("weight").over(running))
                .withColumn(
                        "total",
                        sum("weight")
                                .over(running.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing())))
                .withColumn("high", col("running").divide(col("total")))
                .withColumn("low", coalesce(lag("high", 1).over(running), lit(0.0)))
                .withColumn("bucket", explode(sequence(bucketOf("low"), bucketOf("high"))))
                .select(
                        slot(col("week"), col("pool"), col("bucket")).as("slot"),
                        col("low"),
                        col("high"),
                        col("product_id"),
                        col("category"),
                        col("price"));
    }

    private Column bucketOf(String bound) {
        return least(floor(col(bound).multiply(buckets)), lit(buckets - 1));
    }

    private Column slot(Column week, Column pool, Column bucket) {
        return week.cast("bigint").multiply(POOLS).plus(pool).multiply(buckets).plus(bucket);
    }
}
