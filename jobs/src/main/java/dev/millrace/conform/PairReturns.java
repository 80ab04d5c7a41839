package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.tables.silver.OrderReturn;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds for each return line the sale that it takes back: the one that the source names, or else the customer's newest sale of
 * the product at the same price before it. Returns of one sale are taken in turn until its units are used up.
 *
 * <p>A return's sale lies at most the pairing days back, and the returns that used up that sale lie no further; their sales in
 * turn lie the same number of days before those. So two times the pairing days decide a return for good, and a day made alone
 * equals the same day made with its history.
 */
public final class PairReturns implements Job {

    private final int pairingDays;

    public PairReturns(int pairingDays) {
        this.pairingDays = pairingDays;
    }

    @Override
    public String name() {
        return "pair-returns";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(OrderLine.SPEC, Reach.lookback(2 * pairingDays)));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(OrderReturn.SPEC);
    }

    @Override
    public String fingerprint() {
        return "pairing-days " + pairingDays;
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> lines = inputs.table(OrderLine.SPEC);
        Dataset<Row> returns = returns(lines);
        Dataset<Row> candidates = returns.join(sales(lines), isCandidate(), "left");
        Dataset<Row> paired = withinUnitsSold(bestCandidate(candidates));
        return JobOutputs.of(
                OrderReturn.SPEC, columns(paired).filter(inputs.days().covers(OrderReturn.ORDER_DATE.col())));
    }

    private static Dataset<Row> returns(Dataset<Row> lines) {
        return lines.filter(OrderLine.KIND.col().equalTo(OrderLine.RETURN))
                .select(
                        col("order_id"),
                        col("line_number"),
                        col("order_date"),
                        col("order_ts"),
                        col("product_id"),
                        col("customer_id"),
                        col("unit_price"),
                        expr("CAST(-quantity AS DECIMAL(18, 3))").alias("quantity"),
                        expr("CAST(-amount AS DECIMAL(18, 4))").alias("amount"),
                        col("original_order_id"),
                        col("original_line_number"));
    }

    private static Dataset<Row> sales(Dataset<Row> lines) {
        return lines.filter(OrderLine.KIND.col().equalTo(OrderLine.SALE))
                .select(
                        col("order_id").alias("sale_order_id"),
                        col("line_number").alias("sale_line_number"),
                        col("order_date").alias("sale_date"),
                        col("order_ts").alias("sale_ts"),
                        col("product_id").alias("sale_product_id"),
                        col("customer_id").alias("sale_customer_id"),
                        col("unit_price").alias("sale_unit_price"),
                        col("quantity").alias("sale_quantity"));
    }

    /** Both ways are equal joins on (order or customer, product), so that one hash join finds them. */
    private Column isCandidate() {
        Column named = col("original_order_id").isNotNull();
        Column product = col("product_id").equalTo(col("sale_product_id"));
        Column byReference = named.and(col("sale_order_id").equalTo(col("original_order_id")))
                .and(coalesce(col("original_line_number"), col("sale_line_number"))
                        .equalTo(col("sale_line_number")));
        Column byMatch = named.unary_$bang()
                .and(col("customer_id").equalTo(col("sale_customer_id")))
                .and(col("unit_price").equalTo(col("sale_unit_price")))
                .and(col("sale_quantity").geq(col("quantity")));
        return product.and(col("sale_ts").leq(col("order_ts")))
                .and(datediff(col("order_date"), col("sale_date")).leq(pairingDays))
                .and(byReference.or(byMatch));
    }

    private static Dataset<Row> bestCandidate(Dataset<Row> candidates) {
        WindowSpec newestFirst = Window.partitionBy("order_id", "order_date", "line_number")
                .orderBy(
                        col("sale_ts").desc_nulls_last(),
                        col("sale_order_id").desc(),
                        col("sale_line_number").desc());
        return candidates.withColumn("_choice", row_number().over(newestFirst)).filter("_choice = 1");
    }

    private static Dataset<Row> withinUnitsSold(Dataset<Row> paired) {
        WindowSpec inTurn = Window.partitionBy("sale_order_id", "sale_date", "sale_line_number")
                .orderBy("order_ts", "order_id", "line_number")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return paired.withColumn("_returned", sum("quantity").over(inTurn))
                .withColumn(
                        "_paired",
                        col("sale_order_id").isNotNull().and(col("_returned").leq(col("sale_quantity"))));
    }

    private static Dataset<Row> columns(Dataset<Row> paired) {
        return paired.select(
                col("order_id"),
                col("line_number"),
                col("order_date"),
                col("product_id"),
                col("customer_id"),
                col("quantity"),
                col("amount"),
                when(col("_paired").unary_$bang(), OrderReturn.UNPAIRED)
                        .when(col("original_order_id").isNotNull(), OrderReturn.BY_REFERENCE)
                        .otherwise(lit(OrderReturn.BY_MATCH))
                        .alias("pairing"),
                when(col("_paired"), col("sale_order_id")).alias("sale_order_id"),
                when(col("_paired"), col("sale_line_number")).alias("sale_line_number"),
                when(col("_paired"), col("sale_date")).alias("sale_date"),
                when(col("_paired"), datediff(col("order_date"), col("sale_date")))
                        .alias("days_held"));
    }
}
