package dev.millrace.features;

import dev.millrace.testing.Company;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What was known of customers before some dates, in plain SQL over all versions of all order lines. */
final class SnapshotOracle {

    private static final String SQL =
            """
            WITH versions AS (
              SELECT order_id, order_date, order_ts, line_number, kind, customer_id, quantity, amount, country, channel,
                     known_date, DATE'9999-12-31' AS gone
              FROM order_line
              UNION ALL
              SELECT order_id, order_date, order_ts, line_number, kind, customer_id, quantity, amount, country, channel,
                     known_date, superseded_date
              FROM order_line_superseded),
            seen AS (
              SELECT as_of_date, versions.*
              FROM versions JOIN dates ON order_ts < CAST(as_of_date AS TIMESTAMP) AND known_date < as_of_date
                AND gone >= as_of_date
              WHERE customer_id IS NOT NULL),
            days AS (
              SELECT as_of_date, customer_id, order_date, min_by(country, struct(order_ts, order_id, line_number)) AS country
              FROM seen WHERE kind = 'sale' GROUP BY ALL),
            gaps AS (
              SELECT as_of_date, customer_id, order_date, country,
                     datediff(order_date, lag(order_date) OVER (PARTITION BY as_of_date, customer_id ORDER BY order_date)) AS gap
              FROM days),
            rhythms AS (
              SELECT as_of_date, customer_id, min(order_date) AS first, max(order_date) AS last, count(*) AS order_days,
                     min_by(country, order_date) AS country, round(avg(gap), 6) AS mean_gap,
                     IF(count(gap) > 1, round(stddev_samp(gap), 6), NULL) AS deviation
              FROM gaps GROUP BY ALL),
            sums AS (
              SELECT as_of_date, customer_id,
                     count(DISTINCT IF(kind = 'sale', struct(order_id, order_date), NULL)) AS orders,
                     count_if(kind = 'sale') AS lines,
                     sum(IF(kind = 'sale', quantity, 0)) AS units,
                     sum(IF(kind = 'sale', amount, 0)) AS gross,
                     sum(IF(kind = 'return', -amount, 0)) AS returns,
                     count(DISTINCT IF(kind = 'sale' AND order_date >= as_of_date - 30, struct(order_id, order_date), NULL)) AS o30,
                     count(DISTINCT IF(kind = 'sale' AND order_date >= as_of_date - 90, struct(order_id, order_date), NULL)) AS o90,
                     count(DISTINCT IF(kind = 'sale' AND order_date >= as_of_date - 365, struct(order_id, order_date), NULL))
                       AS o365,
                     count(DISTINCT IF(kind = 'sale' AND order_date >= as_of_date - 180 AND order_date < as_of_date - 90,
                       struct(order_id, order_date), NULL)) AS before,
                     sum(IF(kind IN ('sale', 'return') AND order_date >= as_of_date - 30, amount, 0)) AS n30,
                     sum(IF(kind IN ('sale', 'return') AND order_date >= as_of_date - 90, amount, 0)) AS n90
              FROM seen GROUP BY ALL)
            SELECT as_of_date, customer_id, country, first, last, order_days, orders, lines, CAST(units AS DECIMAL(18,3)),
                   CAST(gross AS DECIMAL(18,4)), CAST(returns AS DECIMAL(18,4)), mean_gap, deviation, o30, o90, o365, before,
                   CAST(n30 AS DECIMAL(18,4)), CAST(n90 AS DECIMAL(18,4))
            FROM sums JOIN rhythms USING (as_of_date, customer_id) ORDER BY ALL
            """;

    /** The columns of a snapshot that the oracle tells, in its order. */
    static final String COLUMNS =
            "as_of_date, customer_id, country, first_order_date, last_order_date, order_days, orders,"
                    + " lines, units, gross_sales, returns, mean_gap_days, gap_deviation_days, orders_30, orders_90, orders_365,"
                    + " orders_90_before, net_sales_30, net_sales_90";

    private SnapshotOracle() {}

    static List<String> rows(SparkSession session, Company company) {
        company.table("silver/order_line").createOrReplaceTempView("order_line");
        company.table("silver/order_line_superseded").createOrReplaceTempView("order_line_superseded");
        company.table("feature/customer_snapshot")
                .select("as_of_date")
                .distinct()
                .createOrReplaceTempView("dates");
        List<String> rows = new ArrayList<>();
        for (Row row : session.sql(SQL).collectAsList()) {
            rows.add(row.mkString("|"));
        }
        return rows;
    }
}
