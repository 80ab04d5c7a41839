package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What products cost, week by week, and the prices feed. */
final class Prices {

    /** Share of product-weeks with a promotion, 15 to 30 percent off. */
    static final double PROMOTED = 0.06;

    /** Share of product-weeks with a lasting change, 5 to 12 percent up or down. */
    static final double CHANGED = 0.015;

    private static final WindowSpec BY_PRODUCT =
            Window.partitionBy("product_no").orderBy("week");

    private final Horizon horizon;
    private final Draws draws;

    Prices(ShopPlan plan) {
        this.horizon = plan.horizon();
        this.draws = new Draws(plan.seed());
    }

    /**
     * One row per product on sale and price week: {@code week_start} (DATE), {@code price} (DECIMAL), {@code promoted},
     * {@code demand_factor} ((price / base price) ^ elasticity) and {@code weight} (base demand times the factor).
     */
    Dataset<Row> weekly(Dataset<Row> products) {
        Column listed = col("base_price").multiply(exp(col("drift"))).multiply(lit(1.0).minus(col("discount")));
        return products.withColumn("week", explode(sequence(col("launched_week"), lit(horizon.weeks() - 1))))
                .withColumn("week_start", horizon.weekStart(col("week")))
                .withColumn("drift", sum(log(lit(1.0).plus(step()))).over(BY_PRODUCT))
                .withColumn("discount", promotion())
                .withColumn("promoted", col("discount").gt(0))
                .withColumn("price", round(listed, 2).cast("decimal(10,2)"))
                .withColumn(
                        "demand_factor", pow(col("price").cast("double").divide(col("base_price")), col("elasticity")))
                .withColumn("weight", col("base_demand").multiply(col("demand_factor")));
    }

    /** One row per price change, in the columns of {@link Feed#PRICES}, and {@code day}. */
    Dataset<Row> changes(Dataset<Row> weekly) {
        return weekly.withColumn("before", lag("price", 1).over(BY_PRODUCT))
                .where(col("before").isNull().or(col("before").notEqual(col("price"))))
                .select(
                        col("product_id"),
                        col("price"),
                        col("week_start").as("valid_from"),
                        col("week_start").as("day"));
    }

    private Column step() {
        Column size = draws.uniform("step size", col("product_no"), col("week"))
                .multiply(0.07)
                .plus(0.05);
        Column signed = when(draws.chance(0.6, "step up", col("product_no"), col("week")), size)
                .otherwise(size.multiply(-1.0));
        return when(later().and(draws.chance(CHANGED, "step", col("product_no"), col("week"))), signed)
                .otherwise(0.0);
    }

    private Column promotion() {
        Column depth = draws.below(4, "promotion depth", col("product_no"), col("week"))
                .multiply(0.05)
                .plus(0.15);
        return when(later().and(draws.chance(PROMOTED, "promotion", col("product_no"), col("week"))), depth)
                .otherwise(0.0);
    }

    /** A product is launched at its base price. */
    private static Column later() {
        return col("week").gt(col("launched_week"));
    }
}
