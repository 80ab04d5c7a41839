package dev.millrace.simulate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which order lines come back, and the returns feed. At most one return an order, two to thirty days later. */
final class Returns {

    /** Share of orders from which something comes back. */
    static final double RETURNED = 0.06;

    /** Times likelier for customers who often return goods. */
    static final double PRONE = 1.5;

    /** Times likelier in the days before a disappointed customer leaves. */
    static final double DISAPPOINTED = 4;

    /** Share of the other lines that come back together with the one that has to. */
    static final double ALONG = 0.3;

    private static final int SOONEST = 2;
    private static final int LATEST = 30;
    private static final List<String> REASONS = List.of(
            "too small",
            "damaged",
            "changed mind",
            "late",
            "not as described",
            "wrong colour, size",
            "défaut",
            "said \"new\", was used");

    private final Horizon horizon;
    private final Draws draws;

    Returns(ShopPlan plan) {
        this.horizon = plan.horizon();
        this.draws = new Draws(plan.seed());
    }

    /** One row per returned line, in the columns of {@link Feed#RETURNS}, and {@code day}. */
    Dataset<Row> of(Dataset<Row> lines) {
        Column id = col("order_id");
        Column number = col("line_number");
        Column quantity = floor(draws.uniform("returned quantity", id, number).multiply(col("quantity")))
                .plus(1)
                .cast("int");
        return lines.where(comesBack())
                .withColumn("returned_on", returnedOn())
                .where(col("returned_on").leq(horizon.end()))
                .select(
                        concat(lit("R"), substring(id, 2, 18)).as("return_id"),
                        row_number()
                                .over(Window.partitionBy("order_id").orderBy("line_number"))
                                .as("line_number"),
                        id,
                        number.as("order_line_number"),
                        col("product_id"),
                        col("buyer").as("customer_id"),
                        quantity.as("quantity"),
                        col("unit_price"),
                        Moments.at(col("returned_on"), Moments.busy(draws, "return time", id))
                                .as("returned_at"),
                        col("country"),
                        draws.oneOf(REASONS, "reason", id, number).as("reason"),
                        col("returned_on").as("day"));
    }

    private Column comesBack() {
        Column id = col("order_id");
        Column number = col("line_number");
        Column disappointed = col("churn_driver")
                .eqNullSafe(ChurnDriver.DISAPPOINTED.label())
                .and(col("day").geq(date_sub(col("churn_on"), lit(ChurnDriver.DISAPPOINTED.leadDays()))));
        Column probability = lit(RETURNED)
                .multiply(when(col("return_prone"), PRONE).otherwise(1.0))
                .multiply(when(coalesce(disappointed, lit(false)), DISAPPOINTED).otherwise(1.0));
        Column firstOfAll = floor(draws.uniform("returned line", id).multiply(col("goods_lines")))
                .plus(1);
        Column chosen = number.equalTo(firstOfAll).or(draws.chance(ALONG, "returned along", id, number));
        return col("is_fee")
                .equalTo(false)
                .and(draws.uniform("returned", id).lt(probability))
                .and(chosen);
    }

    private Column returnedOn() {
        Column wait = draws.geometric(lit(8.0), "return wait", col("order_id"));
        return date_add(col("day"), least(wait.plus(SOONEST), lit(LATEST)));
    }
}
