package dev.millrace.simulate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who orders what when, and the orders feed. */
final class Orders {

    /** Share of orders without a customer number. */
    static final double ANONYMOUS = 0.08;

    /** Share of orders with a line for the fee. */
    static final double WITH_FEE = 0.25;

    /** What is left of the order rate in the days before a customer leaves. */
    static final double FADED = 0.4;

    /** Days for which a customer who leaves orders less. */
    static final int FADING_DAYS = 21;

    static final String FEE = "SHIPPING";

    private static final String FEE_AMOUNT = "4.95";
    private static final int MOST_LINES = 20;

    private final Draws draws;
    private final ProductChoice choice;

    Orders(ShopPlan plan, ProductChoice choice) {
        this.draws = new Draws(plan.seed());
        this.choice = choice;
    }

    /** One row per active customer and day, with {@code rate}: the orders to be expected. */
    static Dataset<Row> customerDays(Dataset<Row> population) {
        Column leaving = coalesce(col("day").geq(date_sub(col("churn_on"), lit(FADING_DAYS))), lit(false));
        return population
                .withColumn("day", explode(sequence(col("start_day"), col("last_day"))))
                .withColumn(
                        "rate",
                        col("order_rate")
                                .multiply(Season.factor(col("day")))
                                .multiply(when(leaving, FADED).otherwise(1.0)));
    }

    /** One row per order line, the fee's line last; {@code goods_lines} is the number of lines but for the fee's. */
    Dataset<Row> lines(Dataset<Row> population) {
        Dataset<Row> each = orders(population)
                .withColumn(
                        "line_number",
                        explode(sequence(lit(1), col("goods_lines").plus(col("fee_lines")))));
        return priced(choice.choose(each, "product", col("order_id"), col("line_number")));
    }

    /** The lines in the columns of {@link Feed#ORDERS}, and {@code day}. */
    static Dataset<Row> delivered(Dataset<Row> lines) {
        return lines.select(
                col("order_id"),
                col("line_number"),
                col("product_id"),
                col("buyer").as("customer_id"),
                col("quantity"),
                col("unit_price"),
                col("discount"),
                Moments.at(col("day"), col("seconds")).as("ordered_at"),
                col("country"),
                col("channel"),
                col("day"));
    }

    private Dataset<Row> orders(Dataset<Row> population) {
        Column no = col("customer_no");
        Column id = col("order_id");
        Column goods = draws.geometric(
                Segment.number(col("segment"), Segment::linesPerOrder).minus(1.0), "basket", id);
        return customerDays(population)
                .withColumn("luck", draws.uniform("orders", no, col("day")))
                .withColumn("orders", Draws.poisson(col("rate"), col("luck")))
                .where(col("orders").gt(0))
                .withColumn("nth", explode(sequence(lit(1), col("orders"))))
                .withColumn("order_id", orderId())
                .withColumn("seconds", Moments.busy(draws, "order time", id))
                .withColumn(
                        "channel", Segment.channel(col("segment"), Segment::channelMix, draws.uniform("channel", id)))
                .withColumn("buyer", when(draws.chance(1 - ANONYMOUS, "named", id), col("customer_id")))
                .withColumn("country", Places.country(CustomerVersions.place(col("day"))))
                .withColumn("goods_lines", least(goods.plus(1), lit(MOST_LINES)))
                .withColumn(
                        "fee_lines", when(draws.chance(WITH_FEE, "fee", id), 1).otherwise(0));
    }

    private Column orderId() {
        Column fingerprint = hex(draws.hash("order", col("customer_no"), col("day"), col("nth")));
        return concat(lit("O"), date_format(col("day"), "yyMMdd"), lower(right(fingerprint, lit(12))));
    }

    private Dataset<Row> priced(Dataset<Row> lines) {
        Column id = col("order_id");
        Column number = col("line_number");
        Column isFee = number.gt(col("goods_lines"));
        Column more = draws.geometric(
                Segment.number(col("segment"), Segment::unitsPerLine).minus(1.0), "quantity", id, number);
        Column discounted =
                draws.uniform("discounted", id, number).lt(Segment.number(col("segment"), Segment::discountedLines));
        Column depth = draws.below(2, "discount depth", id, number).plus(1).multiply(0.1);
        Column off = col("unit_price").cast("double").multiply(col("quantity")).multiply(depth);
        return lines.withColumn("is_fee", isFee)
                .withColumn("product_id", when(col("is_fee"), FEE).otherwise(col("product_id")))
                .withColumn("quantity", when(col("is_fee"), 1).otherwise(more.plus(1)))
                .withColumn(
                        "unit_price",
                        when(col("is_fee"), lit(FEE_AMOUNT).cast("decimal(10,2)"))
                                .otherwise(col("price")))
                .withColumn(
                        "discount",
                        when(col("is_fee").equalTo(false).and(discounted), round(off, 2))
                                .otherwise(0.0)
                                .cast("decimal(12,2)"));
    }
}
