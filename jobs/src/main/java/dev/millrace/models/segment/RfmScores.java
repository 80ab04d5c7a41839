package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Recency, frequency and value from 1 to 5, by the quintiles of the customers that a model was trained on (Hughes, Strategic
 * Database Marketing, 1994). A value that equals a limit is below it, so that equal customers have equal scores.
 *
 * @param recency 20, 40, 60 and 80 % of recency_days
 * @param frequency the same of orders
 * @param value the same of net_sales
 */
public record RfmScores(List<Double> recency, List<Double> frequency, List<Double> value) {

    private static final double[] SHARES = {0.2, 0.4, 0.6, 0.8};
    private static final int BEST = 5;

    public RfmScores {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        value = List.copyOf(value);
    }

    /** The limits of a snapshot of one date; all 0 where it is empty. */
    static RfmScores of(Dataset<Row> snapshot) {
        Row limits = snapshot.agg(quintiles("recency_days"), quintiles("orders"), quintiles("net_sales"))
                .first();
        return new RfmScores(list(limits, 0), list(limits, 1), list(limits, 2));
    }

    private static Column quintiles(String column) {
        return percentile(col(column).cast("double"), lit(SHARES));
    }

    private static List<Double> list(Row limits, int position) {
        return limits.isNullAt(position) ? List.of(0.0, 0.0, 0.0, 0.0) : limits.getList(position);
    }

    /** Adds {@code recency_score}, {@code frequency_score}, {@code value_score} and {@code rfm}. */
    Dataset<Row> score(Dataset<Row> snapshot) {
        return snapshot.withColumn("recency_score", lit(BEST).minus(above("recency_days", recency)))
                .withColumn("frequency_score", above("orders", frequency).plus(1))
                .withColumn("value_score", above("net_sales", value).plus(1))
                .withColumn(
                        "rfm",
                        concat(
                                col("recency_score").cast("string"),
                                col("frequency_score").cast("string"),
                                col("value_score").cast("string")));
    }

    private static Column above(String column, List<Double> limits) {
        return limits.stream()
                .map(limit -> when(col(column).cast("double").gt(limit), 1).otherwise(0))
                .reduce(Column::plus)
                .orElseThrow();
    }

    /** The segment that the scores alone give: its id; recency below 3 is longer ago than the median. */
    static Column segmentId() {
        Column recent = col("recency_score");
        Column often = col("frequency_score");
        return when(recent.geq(4).and(often.geq(4)).and(col("value_score").geq(4)), SegmentName.CHAMPIONS.id())
                .when(recent.geq(3).and(often.geq(3)), SegmentName.LOYAL.id())
                .when(recent.geq(3), SegmentName.OCCASIONAL.id())
                .when(often.geq(3), SegmentName.AT_RISK.id())
                .otherwise(SegmentName.LAPSED.id());
    }

    static Column segmentName() {
        Column name = lit(SegmentName.LAPSED.title());
        for (SegmentName known : SegmentName.values()) {
            name = when(col("segment_id").equalTo(known.id()), known.title()).otherwise(name);
        }
        return name;
    }
}
