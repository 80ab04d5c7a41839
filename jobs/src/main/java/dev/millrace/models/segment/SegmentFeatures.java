package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.expr;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers are compared by, made of the columns of {@code feature/customer_snapshot}. */
public final class SegmentFeatures {

    private static final Map<String, String> MADE = Map.of(
            "order_interval_days", "CAST(coalesce(mean_gap_days, tenure_days) AS DOUBLE)",
            "lines_per_order", "CAST(lines AS DOUBLE) / greatest(orders, 1)",
            "units_per_line", "CAST(units AS DOUBLE) / greatest(lines, 1)");

    private SegmentFeatures() {}

    /**
     * Adds the habits that the snapshot does not state: {@code order_interval_days} (mean days between orders; for one order, the
     * days since it), {@code lines_per_order}, {@code units_per_line}.
     */
    public static Dataset<Row> of(Dataset<Row> snapshot) {
        Dataset<Row> rows = snapshot;
        for (Map.Entry<String, String> made : new TreeMap<>(MADE).entrySet()) {
            rows = rows.withColumn(made.getKey(), expr(made.getValue()));
        }
        return rows;
    }
}
