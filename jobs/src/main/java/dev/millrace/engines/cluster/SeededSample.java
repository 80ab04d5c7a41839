package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Draws that depend on a row's key and a seed alone: the same however rows are ordered and partitioned. */
final class SeededSample {

    private static final long FINENESS = 1L << 40;

    /** Chances of a Poisson variable of mean 1 to be at most 0, 1, 2 and so on. */
    private static final double[] AT_MOST = {0.367879, 0.735759, 0.919699, 0.981012, 0.996340, 0.999406};

    private SeededSample() {}

    /** About so many of the rows, or all of them. */
    static Dataset<Row> atMost(long most, Dataset<Row> rows, String key, long seed) {
        long all = rows.count();
        return all <= most ? rows : rows.filter(uniform(key, seed).lt(most / (double) all));
    }

    /**
     * How often a bootstrap sample holds a row: a Poisson variable of mean 1 (Chamandy et al., Estimating uncertainty for massive
     * data streams, 2012).
     */
    static Column timesDrawn(String key, long seed) {
        Column uniform = uniform(key, seed);
        Column times = lit((double) AT_MOST.length);
        for (int i = AT_MOST.length - 1; i >= 0; i--) {
            times = when(uniform.lt(AT_MOST[i]), lit((double) i)).otherwise(times);
        }
        return times;
    }

    private static Column uniform(String key, long seed) {
        return pmod(xxhash64(lit(seed), col(key)), lit(FINENESS)).divide(lit((double) FINENESS));
    }
}
