package dev.millrace.bench;

import dev.millrace.job.SparkSessions;
import org.apache.spark.sql.SparkSession;

/**
 * The least that one could write by hand: reads delivered orders with a schema, drops duplicates on the key, writes Delta.
 * It keeps no bronze, counts nothing, rejects nothing and would double its rows when run twice. {@code FILES TABLE}.
 */
public final class PlainShopJob {

    private static final String SCHEMA =
            """
            order_id STRING, line_number INT, product_id STRING, customer_id STRING, quantity DECIMAL(18, 3),
            unit_price DECIMAL(18, 4), discount DECIMAL(18, 4), ordered_at TIMESTAMP, country STRING, channel STRING""";

    private PlainShopJob() {}

    public static void main(String[] arguments) {
        try (SparkSession session = SparkSessions.open("plain shop job")) {
            session.read()
                    .schema(SCHEMA)
                    .option("header", true)
                    .csv(arguments[0])
                    .dropDuplicates("order_id", "line_number")
                    .write()
                    .format("delta")
                    .mode("append")
                    .save(arguments[1]);
        }
    }
}
