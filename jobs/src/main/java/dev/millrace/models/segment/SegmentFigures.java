package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What customers are like together, by which a segment gets its name.
 *
 * @param customers how many
 * @param recencyDays median days since the last order
 * @param tenureDays median days since the first order
 * @param orders mean orders
 * @param netSales mean net sales
 * @param orderValue mean of the customers' average order values
 * @param discountRate mean discount rate
 */
public record SegmentFigures(
        long customers,
        double recencyDays,
        double tenureDays,
        double orders,
        double netSales,
        double orderValue,
        double discountRate) {

    /** Of no customers. */
    static final SegmentFigures NOBODY = new SegmentFigures(0, 0, 0, 0, 0, 0, 0);

    /** The first of the aggregates that {@link #of} reads, over the columns that {@link SegmentFeatures} gives. */
    static Column first() {
        return count(lit(1)).alias("customers");
    }

    /** The other aggregates. */
    static Column[] others() {
        return new Column[] {
            percentile(col("recency_days").cast("double"), lit(0.5)).alias("recency_days"),
            percentile(col("tenure_days").cast("double"), lit(0.5)).alias("tenure_days"),
            mean("orders"),
            mean("net_sales"),
            mean("average_order_value"),
            mean("discount_rate")
        };
    }

    private static Column mean(String column) {
        return avg(col(column).cast("double")).alias(column);
    }

    static SegmentFigures of(Row row) {
        return new SegmentFigures(
                row.getAs("customers"),
                number(row, "recency_days"),
                number(row, "tenure_days"),
                number(row, "orders"),
                number(row, "net_sales"),
                number(row, "average_order_value"),
                number(row, "discount_rate"));
    }

    private static double number(Row row, String column) {
        Object value = row.getAs(column);
        return value == null ? 0 : (Double) value;
    }
}
