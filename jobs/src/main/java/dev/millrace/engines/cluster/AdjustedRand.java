package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far two partitions of the same rows agree, corrected for chance: 1 for equal ones, about 0 for unrelated ones (Hubert and
 * Arabie, Comparing partitions, Journal of Classification 2, 1985, equation 5).
 */
public final class AdjustedRand {

    private AdjustedRand() {}

    /** Of two columns, exactly: one row each, null being a part of its own; 1 for fewer than two rows. */
    public static double of(Dataset<Row> rows, String one, String other) {
        return of(
                rows.groupBy(col(one), col(other))
                        .agg(count(lit(1)).alias("rows"))
                        .collectAsList(),
                0,
                1,
                2);
    }

    /**
     * Of a contingency table, whose cells may be given in parts.
     *
     * @param one position of the first partition's label
     * @param other position of the second partition's label
     * @param rows position of the number of rows, LONG
     */
    static double of(List<Row> cells, int one, int other, int rows) {
        Map<List<Object>, Long> both = new HashMap<>();
        Map<Object, Long> first = new HashMap<>();
        Map<Object, Long> second = new HashMap<>();
        for (Row cell : cells) {
            long size = cell.getLong(rows);
            both.merge(java.util.Arrays.asList(cell.get(one), cell.get(other)), size, Long::sum);
            first.merge(java.util.Collections.singletonList(cell.get(one)), size, Long::sum);
            second.merge(java.util.Collections.singletonList(cell.get(other)), size, Long::sum);
        }
        double all = pairs(first.values().stream().mapToLong(Long::longValue).sum());
        double ofFirst = sum(first);
        double ofSecond = sum(second);
        double expected = all == 0 ? 0 : ofFirst * ofSecond / all;
        double most = (ofFirst + ofSecond) / 2;
        return most == expected ? 1 : (sum(both) - expected) / (most - expected);
    }

    private static double sum(Map<?, Long> sizes) {
        return sizes.values().stream().mapToDouble(AdjustedRand::pairs).sum();
    }

    private static double pairs(long rows) {
        return rows * (rows - 1.0) / 2;
    }
}
