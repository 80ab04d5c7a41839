package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
        List<Row> cells = rows.groupBy(col(one), col(other))
                .agg(count(lit(1)).alias("rows"))
                .collectAsList();
        return of(
                cells.stream()
                        .map(cell -> Collections.singletonList(cell.get(0)))
                        .toList(),
                cells.stream()
                        .map(cell -> Collections.singletonList(cell.get(1)))
                        .toList(),
                cells.stream().mapToLong(cell -> cell.getLong(2)).toArray());
    }

    /**
     * Of a contingency table, whose cells may be given in parts.
     *
     * @param one the first partition's label of each cell
     * @param other the second partition's label of each cell
     * @param sizes number of rows of each cell
     */
    public static double of(List<?> one, List<?> other, long... sizes) {
        Map<List<Object>, Long> both = new HashMap<>();
        Map<List<Object>, Long> first = new HashMap<>();
        Map<List<Object>, Long> second = new HashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            both.merge(Arrays.asList(one.get(i), other.get(i)), sizes[i], Long::sum);
            first.merge(Collections.singletonList(one.get(i)), sizes[i], Long::sum);
            second.merge(Collections.singletonList(other.get(i)), sizes[i], Long::sum);
        }
        double all = pairs(LongStream.of(sizes).sum());
        double ofFirst = sum(first);
        double ofSecond = sum(second);
        double expected = all == 0 ? 0 : ofFirst * ofSecond / all;
        double most = (ofFirst + ofSecond) / 2;
        return most == expected ? 1 : (sum(both) - expected) / (most - expected);
    }

    /** Of two partitions of the same rows, given as numbers. */
    static double of(int[] one, int... other) {
        return of(
                IntStream.of(one).boxed().toList(),
                IntStream.of(other).boxed().toList(),
                IntStream.of(one).mapToLong(row -> 1).toArray());
    }

    private static double sum(Map<?, Long> sizes) {
        return sizes.values().stream().mapToDouble(AdjustedRand::pairs).sum();
    }

    private static double pairs(long rows) {
        return rows * (rows - 1.0) / 2;
    }
}
