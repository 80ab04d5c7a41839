package dev.millrace.evaluate;

import dev.millrace.tables.silver.OrderLine;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code feature/customer_snapshot} says of customers' orders, made straight from order lines as of the day after the last.
 * A discount is what is booked as one, and what a sale line was booked below its units times its price.
 */
final class OrderLineSnapshot {

    private static final String SQL =
            """
            WITH lines AS (
              SELECT *,
                     CASE WHEN kind = 'sale' THEN greatest(CAST(quantity * unit_price AS DOUBLE) - CAST(amount AS DOUBLE), 0)
                          WHEN kind = 'discount' THEN -CAST(amount AS DOUBLE) ELSE 0 END AS off
              FROM {lines} WHERE customer_id IS NOT NULL),
            customers AS (
              SELECT customer_id,
                     (SELECT date_add(max(order_date), 1) FROM lines) AS as_of_date,
                     min(order_date) FILTER (WHERE kind = 'sale') AS first_order_date,
                     max(order_date) FILTER (WHERE kind = 'sale') AS last_order_date,
                     count(DISTINCT order_date) FILTER (WHERE kind = 'sale') AS order_days,
                     count(DISTINCT order_id) FILTER (WHERE kind = 'sale') AS orders,
                     count_if(kind = 'sale') AS lines,
                     sum(quantity) FILTER (WHERE kind = 'sale') AS units,
                     CAST(sum(amount) FILTER (WHERE kind = 'sale') AS DOUBLE) AS gross_sales,
                     CAST(coalesce(-sum(amount) FILTER (WHERE kind = 'return'), 0) AS DOUBLE) AS returns,
                     sum(off) AS discounts
              FROM lines GROUP BY customer_id)
            SELECT customer_id, as_of_date, first_order_date, last_order_date,
                   CAST(datediff(as_of_date, first_order_date) AS BIGINT) AS tenure_days,
                   CAST(datediff(as_of_date, last_order_date) AS BIGINT) AS recency_days,
                   order_days, orders, lines, units, gross_sales, returns, discounts,
                   gross_sales - returns AS net_sales, gross_sales / orders AS average_order_value,
                   CASE WHEN gross_sales > 0 THEN returns / gross_sales ELSE 0 END AS return_rate,
                   CASE WHEN gross_sales + discounts > 0 THEN discounts / (gross_sales + discounts) ELSE 0 END AS discount_rate,
                   CASE WHEN order_days > 1
                        THEN datediff(last_order_date, first_order_date) / CAST(order_days - 1 AS DOUBLE) END AS mean_gap_days
            FROM customers WHERE orders > 0
            """;

    private OrderLineSnapshot() {}

    static Dataset<Row> of(EvaluationLake lake) {
        Dataset<Row> lines = lake.read(OrderLine.SPEC);
        String view = "order_lines_of_evaluation";
        lines.createOrReplaceTempView(view);
        return lake.session().sql(SQL.replace("{lines}", view));
    }

    /** The date that the snapshot is of. */
    static LocalDate asOf(Dataset<Row> snapshot) {
        return snapshot.selectExpr("CAST(max(as_of_date) AS STRING)").collectAsList().stream()
                .map(row -> LocalDate.parse(row.getString(0)))
                .findFirst()
                .orElseThrow();
    }
}
