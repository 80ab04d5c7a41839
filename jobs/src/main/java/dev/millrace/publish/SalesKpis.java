package dev.millrace.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.table.Field;
import dev.millrace.tables.gold.KpiDay;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The measures of a shop at any grain; what each means, {@link KpiDay} says. */
final class SalesKpis {

    private SalesKpis() {}

    /**
     * Computes the measures.
     *
     * @param headers order headers with the grain's columns
     * @param firstOrders customers' first orders with the grain's columns
     * @param grain names of the grain's columns, none of them null
     * @return the grain's columns and {@link KpiDay#MEASURES}
     */
    static Dataset<Row> of(Dataset<Row> headers, Dataset<Row> firstOrders, String... grain) {
        Column[] by = columns(grain);
        Dataset<Row> sums = headers.groupBy(by).agg(count_if(bought()).alias("orders"), sums());
        Dataset<Row> newBuyers = firstOrders.groupBy(by).agg(count(lit(1)).alias("new_buyers"));
        Dataset<Row> joined =
                sums.join(newBuyers, grain, "left").withColumn("new_buyers", coalesce(col("new_buyers"), lit(0L)));
        return withRatios(joined, by);
    }

    private static Column[] columns(String... names) {
        return List.of(names).stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    private static Column bought() {
        return col("lines").gt(0);
    }

    private static Column[] sums() {
        return new Column[] {
            sum("lines").alias("lines"),
            total(KpiDay.UNITS, col("units")),
            count_distinct(when(bought(), col("customer_id"))).alias("buyers"),
            total(KpiDay.GROSS_SALES, col("gross_sales")),
            total(KpiDay.RETURNS, col("returns")),
            total(KpiDay.DISCOUNTS, col("discounts")),
            total(KpiDay.FEES, col("fees")),
            total(KpiDay.ADJUSTMENTS, col("adjustments")),
            total(KpiDay.BAD_DEBTS, col("bad_debts")),
            total(KpiDay.TOTAL_AMOUNT, col("total_amount")),
            total(
                    KpiDay.ANONYMOUS_SALES,
                    when(col("customer_id").isNull(), col("gross_sales")).otherwise(lit(0)))
        };
    }

    private static Column total(Field measure, Column value) {
        return sum(value).cast(measure.type()).alias(measure.name());
    }

    private static Dataset<Row> withRatios(Dataset<Row> sums, Column... grain) {
        Dataset<Row> complete = sums.withColumn(
                        "returning_buyers", col("buyers").minus(col("new_buyers")))
                .withColumn(
                        "net_sales",
                        col("gross_sales")
                                .minus(col("returns"))
                                .minus(col("discounts"))
                                .cast(KpiDay.NET_SALES.type()))
                .withColumn("average_order_value", ratio(KpiDay.AVERAGE_ORDER_VALUE, "gross_sales", "orders"))
                .withColumn("units_per_order", ratio(KpiDay.UNITS_PER_ORDER, "units", "orders"))
                .withColumn("return_rate", ratio(KpiDay.RETURN_RATE, "returns", "gross_sales"))
                .withColumn("anonymous_share", ratio(KpiDay.ANONYMOUS_SHARE, "anonymous_sales", "gross_sales"));
        List<Column> columns = new ArrayList<>(List.of(grain));
        KpiDay.MEASURES.forEach(measure -> columns.add(measure.col()));
        return complete.select(columns.toArray(new Column[0]));
    }

    private static Column ratio(Field measure, String part, String whole) {
        return when(col(whole).gt(0), col(part).divide(col(whole)))
                .cast(measure.type())
                .alias(measure.name());
    }
}
