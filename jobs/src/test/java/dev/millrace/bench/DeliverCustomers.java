package dev.millrace.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.millrace.job.SparkSessions;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Delivers what many customers did in fifteen months, a folder a month: {@code LANDING CUSTOMERS EVENTS}. A fifth of the events are
 * lines of orders, two an order; the others are what visitors of the web shop do, eight to a visit. Customers come over a year, stay for different times and are busy to
 * different degrees; every draw is a hash of a number, so that the same numbers deliver the same rows.
 */
public final class DeliverCustomers {

    private static final String FIRST = "2023-10-01";
    private static final int DAYS = 457;
    private static final int FILES_A_MONTH = 4;
    private static final int LINES_AN_ORDER = 2;
    private static final int EVENTS_A_VISIT = 8;

    private final SparkSession session;
    private final long customers;

    private DeliverCustomers(SparkSession session, long customers) {
        this.session = session;
        this.customers = customers;
    }

    public static void main(String[] arguments) {
        Path landing = Path.of(arguments[0]);
        long events = Long.parseLong(arguments[2]);
        try (SparkSession session = SparkSessions.open("deliver customers")) {
            DeliverCustomers shop = new DeliverCustomers(session, Long.parseLong(arguments[1]));
            shop.deliver(shop.orders(events / 5), landing.resolve("orders"));
            shop.deliver(shop.visits(events - events / 5), landing.resolve("web_events"));
        }
    }

    /** A draw between 0 and 1 from numbers. */
    private static String draw(String numbers) {
        return "(pmod(xxhash64(" + numbers + "), 1000003) / 1000003D)";
    }

    /** Visits or orders of so many rows each. The first customers are the busiest. */
    private Dataset<Row> moments(long count, int rows, int kind) {
        return session.range(0, count * rows, 1, 8)
                .withColumn("i", expr("id DIV " + rows))
                .withColumn("n", expr("id % " + rows))
                .withColumn(
                        "c", expr("CAST(floor(" + customers + " * pow(" + draw("i, 1, " + kind) + ", 1.5)) AS BIGINT)"))
                .withColumn("comes", expr("floor(365 * " + draw("c, 2") + ")"))
                .withColumn("stays", expr("-ln(1 - " + draw("c, 3") + ") * 300"))
                .withColumn(
                        "day",
                        expr("floor(comes + least(stays, " + DAYS + " - 1 - comes) * " + draw("i, 4, " + kind) + ")"))
                .withColumn(
                        "at",
                        expr("timestampadd(SECOND, CAST(80000 * " + draw("i, 5, " + kind)
                                + " AS INT), CAST(date_add(DATE'" + FIRST + "', CAST(day AS INT)) AS TIMESTAMP))"));
    }

    private Dataset<Row> orders(long lines) {
        return moments(lines / LINES_AN_ORDER, LINES_AN_ORDER, 1)
                .selectExpr(
                        "concat('o', i) AS order_id",
                        "CAST(1 + n AS STRING) AS line_number",
                        "concat('p', pmod(xxhash64(id, 6), 5000)) AS product_id",
                        "concat('c', c) AS customer_id",
                        "CAST(1 + pmod(xxhash64(id, 7), 4) AS STRING) AS quantity",
                        "CAST(CAST(5 + 45 * " + draw("c, 8") + " AS DECIMAL(9, 2)) AS STRING) AS unit_price",
                        "CAST(at AS STRING) AS ordered_at",
                        "at");
    }

    private Dataset<Row> visits(long events) {
        return moments(events / EVENTS_A_VISIT, EVENTS_A_VISIT, 2)
                .withColumn("at", expr("timestampadd(SECOND, CAST(45 * n AS INT), at)"))
                .selectExpr(
                        "concat('e', id) AS event_id",
                        "concat('s', i) AS session_id",
                        "concat('c', c) AS customer_id",
                        "CAST(at AS STRING) AS event_ts",
                        "element_at(array('view', 'search', 'add_to_cart'), 1 + CAST(pmod(xxhash64(id, 9), 3) AS INT))"
                                + " AS event_type",
                        "concat('p', pmod(xxhash64(id, 6), 5000)) AS product_id",
                        "element_at(array('search', 'email', 'social'), 1 + CAST(pmod(xxhash64(c, 10), 3) AS INT)) AS channel",
                        "at");
    }

    private void deliver(Dataset<Row> rows, Path folder) {
        rows.withColumn("delivered", expr("last_day(at)"))
                .drop("at")
                .repartitionByRange(FILES_A_MONTH * 15, col("delivered"), expr("hash(customer_id)"))
                .write()
                .partitionBy("delivered")
                .parquet(folder.toString());
    }
}
