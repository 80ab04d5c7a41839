package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.engines.cluster.AdjustedRand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The adjusted Rand index of two labels, with the percentile interval of bootstrap samples of the rows (Efron 1979). */
final class ResampledRand {

    private static final int SAMPLES = 500;
    private static final double OUTSIDE = 0.025;

    private ResampledRand() {}

    static Metric of(String name, Dataset<Row> rows, String one, String other, long seed) {
        List<Row> cells = rows.groupBy(one, other)
                .agg(count(lit(1)).alias("rows"))
                .orderBy(one, other)
                .collectAsList();
        long[] sizes = cells.stream().mapToLong(cell -> cell.getLong(2)).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            drawn[i] = AdjustedRand.of(labels(cells, 0), labels(cells, 1), resampled(sizes, random));
        }
        Arrays.sort(drawn);
        return Metric.of(name, AdjustedRand.of(labels(cells, 0), labels(cells, 1), sizes))
                .within(quantile(drawn, OUTSIDE), quantile(drawn, 1 - OUTSIDE));
    }

    private static List<Object> labels(List<Row> cells, int position) {
        List<Object> labels = new ArrayList<>();
        cells.forEach(cell -> labels.add(cell.get(position)));
        return labels;
    }

    private static long[] resampled(long[] sizes, SplittableRandom random) {
        long[] upTo = sizes.clone();
        Arrays.parallelPrefix(upTo, Long::sum);
        long[] drawn = new long[sizes.length];
        long all = upTo.length == 0 ? 0 : upTo[upTo.length - 1];
        for (long i = 0; i < all; i++) {
            int at = Arrays.binarySearch(upTo, random.nextLong(all) + 1);
            drawn[at < 0 ? -at - 1 : at]++;
        }
        return drawn;
    }

    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
