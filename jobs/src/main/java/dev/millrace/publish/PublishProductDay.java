package dev.millrace.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.ProductDay;
import dev.millrace.tables.silver.OrderLine;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes what each product sold and took back by day. */
public final class PublishProductDay implements Job {

    @Override
    public String name() {
        return "publish-product_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(OrderLine.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(ProductDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Column sale = OrderLine.KIND.col().equalTo(OrderLine.SALE);
        Column taken = OrderLine.KIND.col().equalTo(OrderLine.RETURN);
        Dataset<Row> days = inputs.table(OrderLine.SPEC)
                .filter(sale.or(taken).and(OrderLine.PRODUCT_ID.col().isNotNull()))
                .groupBy(ProductDay.PRODUCT_ID.col(), ProductDay.ORDER_DATE.col())
                .agg(
                        count_distinct(when(sale, col("order_id"))).alias("orders"),
                        count_if(sale).alias("lines"),
                        total(ProductDay.UNITS, when(sale, col("quantity"))),
                        total(ProductDay.GROSS_SALES, when(sale, col("amount"))),
                        total(ProductDay.RETURNED_UNITS, when(taken, negate(col("quantity")))),
                        total(ProductDay.RETURNS, when(taken, negate(col("amount")))));
        return JobOutputs.of(ProductDay.SPEC, withRatios(days));
    }

    private static Column total(Field measure, Column value) {
        return coalesce(sum(value), lit(0)).cast(measure.type()).alias(measure.name());
    }

    private static Dataset<Row> withRatios(Dataset<Row> days) {
        return days.withColumn(
                        "net_sales", col("gross_sales").minus(col("returns")).cast(ProductDay.NET_SALES.type()))
                .withColumn(
                        "average_price",
                        when(col("units").gt(0), col("gross_sales").divide(col("units")))
                                .cast(ProductDay.AVERAGE_PRICE.type()))
                .withColumn(
                        "return_rate",
                        when(col("gross_sales").gt(0), col("returns").divide(col("gross_sales")))
                                .cast(ProductDay.RETURN_RATE.type()));
    }
}
