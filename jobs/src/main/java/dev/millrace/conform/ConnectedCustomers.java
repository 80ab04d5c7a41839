package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import dev.millrace.job.DataException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which customers hang together by a chain of links, by the alternating rounds of Kiveris and others, "Connected Components in
 * MapReduce and Beyond" (2014): each customer's neighbours are tied to the least of them, the larger ones first, then the
 * smaller ones, until nothing moves. A chain of n links takes in the order of log² n rounds, where passing the least number from
 * neighbour to neighbour takes n.
 */
final class ConnectedCustomers {

    /** The least number of those that hang together. */
    static final String LEAST = "least_id";

    static final String MEMBER = "member_id";

    /** More than any company's customers can need: a chain of a billion takes some dozens. */
    private static final int MOST_ROUNDS = 100;

    private ConnectedCustomers() {}

    /** {@code member_id, least_id} for each customer that hangs together with one whose number is less. */
    static Dataset<Row> of(Dataset<Row> links, Column one, Column other) {
        Dataset<Row> edges = links.select(
                        greatest(one, other).alias(MEMBER), least(one, other).alias(LEAST))
                .filter(col(MEMBER).notEqual(col(LEAST)))
                .distinct()
                .localCheckpoint();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Dataset<Row> next = tiedToSmaller(tiedToLarger(edges)).localCheckpoint();
            if (next.count() == edges.count() && next.except(edges).isEmpty()) {
                return next;
            }
            edges = next;
        }
        throw new DataException("Which customers are one person was not found within " + MOST_ROUNDS
                + " rounds; nothing was written. Look for an identity key that links nearly everybody.");
    }

    /** Ties each customer's larger neighbours to the least of the customer and all neighbours. */
    private static Dataset<Row> tiedToLarger(Dataset<Row> edges) {
        Dataset<Row> bothWays = edges.select(
                        col(MEMBER).alias("_at"), col(LEAST).alias("_to"))
                .union(edges.select(col(LEAST).alias("_at"), col(MEMBER).alias("_to")));
        return bothWays.withColumn("_least", least(col("_at"), min("_to").over(Window.partitionBy("_at"))))
                .filter(col("_to").gt(col("_at")))
                .select(col("_to").alias(MEMBER), col("_least").alias(LEAST))
                .distinct();
    }

    /** Ties each customer and its smaller neighbours to the least of these. */
    private static Dataset<Row> tiedToSmaller(Dataset<Row> edges) {
        Dataset<Row> leasts = edges.withColumn("_least", min(LEAST).over(Window.partitionBy(MEMBER)));
        return leasts.select(col(MEMBER), col("_least").alias(LEAST))
                .union(leasts.filter(col(LEAST).notEqual(col("_least")))
                        .select(col(LEAST).alias(MEMBER), col("_least").alias(LEAST)))
                .distinct();
    }
}
