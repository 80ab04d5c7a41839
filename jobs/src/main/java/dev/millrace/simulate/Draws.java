package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Random draws as functions of (seed, purpose, keys) alone, so that neither partitioning nor the order of rows changes them. Two draws
 * of different purposes, or for different keys, are independent.
 */
record Draws(long seed) {

    private static final long MANTISSA = (1L << 53) - 1;
    private static final int MOST_POISSON = 8;

    /** Uniform in [0, 1). */
    Column uniform(String purpose, Column... keys) {
        return hash(purpose, keys).bitwiseAND(lit(MANTISSA)).divide(lit((double) (1L << 53)));
    }

    /** A BIGINT fingerprint. */
    Column hash(String purpose, Column... keys) {
        return xxhash64(Stream.concat(Stream.of(lit(seed), lit(purpose)), Stream.of(keys))
                .toArray(Column[]::new));
    }

    /** True with the given probability. */
    Column chance(double probability, String purpose, Column... keys) {
        return uniform(purpose, keys).lt(probability);
    }

    /** An INT in [0, bound). */
    Column below(int bound, String purpose, Column... keys) {
        return floor(uniform(purpose, keys).multiply(bound)).cast("int");
    }

    /** Standard normal, by Box and Muller. */
    Column normal(String purpose, Column... keys) {
        Column radius =
                sqrt(log(lit(1.0).minus(uniform(purpose + "/radius", keys))).multiply(-2.0));
        return radius.multiply(cos(uniform(purpose + "/angle", keys).multiply(2 * Math.PI)));
    }

    /** Failures before the first success, of the given mean; by inverse CDF. */
    Column geometric(Column mean, String purpose, Column... keys) {
        Column survival = mean.divide(mean.plus(1.0));
        return floor(log(lit(1.0).minus(uniform(purpose, keys))).divide(log(survival)))
                .cast("int");
    }

    /** One of the options, all equally likely. */
    Column oneOf(List<String> options, String purpose, Column... keys) {
        return at(options, below(options.size(), purpose, keys));
    }

    /** The option at an index that counts from 0. */
    static Column at(List<String> options, Column index) {
        return element_at(array(options.stream().map(o -> lit(o)).toArray(Column[]::new)), index.plus(1));
    }

    /**
     * Poisson by inverse CDF, cut at eight (means here are about one).
     *
     * @param mean and {@code uniform} are used many times over: pass columns already computed
     */
    static Column poisson(Column mean, Column uniform) {
        Column none = exp(mean.multiply(-1.0));
        Column drawn = when(uniform.lt(none), 0);
        for (int count = 1; count < MOST_POISSON; count++) {
            drawn = drawn.when(uniform.lt(none.multiply(series(mean, count))), count);
        }
        return drawn.otherwise(MOST_POISSON);
    }

    /** The sum of mean^k / k! for k up to the last, in Horner's form. */
    private static Column series(Column mean, int last) {
        Column sum = lit(1.0);
        for (int k = last; k >= 1; k--) {
            sum = lit(1.0).plus(mean.divide(k).multiply(sum));
        }
        return sum;
    }
}
