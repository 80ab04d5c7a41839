package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the shop sells, and the products feed. */
final class Assortment {

    private static final double LAUNCHED_LATER = 0.1;
    private static final double RENAMED = 0.03;
    private static final double RECATEGORISED = 0.02;
    private static final int DAYS_BEFORE = 1_000;
    /** The first products are old, so that every category has something to sell from the first day. */
    private static final int CERTAINLY_OLD = 2 * Category.values().length;

    private static final List<String> ADJECTIVES =
            List.of("Classic", "Small", "Große", "Fine", "Élégante", "Sturdy", "Daily", "Nordic");

    private final ShopPlan plan;
    private final Horizon horizon;
    private final Draws draws;

    Assortment(ShopPlan plan) {
        this.plan = plan;
        this.horizon = plan.horizon();
        this.draws = new Draws(plan.seed());
    }

    /**
     * One row per product: {@code category_no} (INT index), {@code category}, {@code base_price}, {@code base_demand} (relative
     * weight), {@code elasticity}, {@code unit_cost}, {@code launched_week} (price week, 0 if before the horizon) and
     * {@code launched_on}.
     */
    Dataset<Row> products(SparkSession spark) {
        Column no = col("product_no");
        Column price = number(Category::typicalPrice)
                .multiply(exp(draws.normal("price", no).multiply(0.5)));
        Column margin = draws.uniform("margin", no).multiply(0.25).plus(0.45);
        return spark.range(1, plan.products() + 1, 1, 1)
                .withColumnRenamed("id", "product_no")
                .withColumn("product_id", concat(lit("P"), lpad(no.cast("string"), 5, "0")))
                .withColumn(
                        "category_no",
                        pmod(no.minus(1), lit(Category.values().length)).cast("int"))
                .withColumn("category", Draws.at(Category.labels(), col("category_no")))
                .withColumn("elasticity", number(Category::elasticity))
                .withColumn("base_price", round(price, 2))
                .withColumn(
                        "unit_cost",
                        round(col("base_price").multiply(margin), 2).cast("decimal(10,2)"))
                .withColumn("base_demand", round(exp(draws.normal("demand", no)), 6))
                .withColumn("launched_week", launchedWeek())
                .withColumn("launched_on", launchedOn());
    }

    /** One row per product and day of launch or change, in the columns of {@link Feed#PRODUCTS}, and {@code day}. */
    Dataset<Row> versions(Dataset<Row> products) {
        Column seconds = Moments.busy(draws, "product update", col("product_no"), col("day"));
        return products.withColumn("start_day", greatest(col("launched_on"), horizon.first()))
                .withColumn("renamed_on", changeDay(RENAMED, "renamed"))
                .withColumn("recategorised_on", changeDay(RECATEGORISED, "recategorised"))
                .withColumn(
                        "day",
                        explode(array_distinct(
                                array_compact(array(col("start_day"), col("renamed_on"), col("recategorised_on"))))))
                .select(
                        col("product_id"),
                        name().as("name"),
                        delivered().as("category"),
                        col("unit_cost"),
                        col("launched_on"),
                        Moments.at(col("day"), seconds).as("updated_at"),
                        col("day"));
    }

    private Column launchedWeek() {
        Column no = col("product_no");
        Column later = no.gt(CERTAINLY_OLD).and(draws.chance(LAUNCHED_LATER, "launched later", no));
        int weeksToCome = horizon.weeks() - 1;
        if (weeksToCome == 0) {
            return lit(0);
        }
        return when(later, draws.below(weeksToCome, "launch week", no).plus(1)).otherwise(0);
    }

    private Column launchedOn() {
        Column before = date_sub(
                horizon.first(),
                draws.below(DAYS_BEFORE, "launch", col("product_no")).plus(1));
        return when(col("launched_week").equalTo(0), before).otherwise(horizon.weekStart(col("launched_week")));
    }

    private Column changeDay(double share, String purpose) {
        Column no = col("product_no");
        Column day = date_add(
                col("start_day"), draws.below(plan.days(), purpose + " on", no).plus(1));
        return when(draws.chance(share, purpose, no).and(day.leq(horizon.end())), day);
    }

    private Column name() {
        Column no = col("product_no");
        List<Column> nouns = Arrays.stream(Category.values())
                .map(category -> draws.oneOf(category.nouns(), "noun", no))
                .toList();
        Column noun = element_at(
                array(nouns.toArray(Column[]::new)), col("category_no").plus(1));
        Column full = concat(draws.oneOf(ADJECTIVES, "adjective", no), lit(" "), noun, lit(" "), no.cast("string"));
        return when(happened("renamed_on"), concat(full, lit(" II"))).otherwise(full);
    }

    /** The delivered label may move; demand keeps following the planted category. */
    private Column delivered() {
        Column other =
                pmod(col("category_no").plus(1), lit(Category.values().length)).cast("int");
        return when(happened("recategorised_on"), Draws.at(Category.labels(), other))
                .otherwise(col("category"));
    }

    private static Column happened(String change) {
        return coalesce(col(change).leq(col("day")), lit(false));
    }

    private static Column number(ToDoubleFunction<Category> value) {
        Column[] values = Arrays.stream(Category.values())
                .map(category -> lit(value.applyAsDouble(category)))
                .toArray(Column[]::new);
        return element_at(array(values), col("category_no").plus(1));
    }
}
