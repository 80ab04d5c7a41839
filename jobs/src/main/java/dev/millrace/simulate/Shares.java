package dev.millrace.simulate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** Options drawn in proportion to their shares. */
final class Shares {

    private Shares() {}

    /**
     * The option that a uniform draw falls on.
     *
     * @param shares non-negative, in the options' order; they need not add up to one
     */
    static Column pick(List<String> options, List<Double> shares, Column uniform) {
        double total = shares.stream().mapToDouble(Double::doubleValue).sum();
        Column picked = lit(options.get(options.size() - 1));
        double above = total;
        for (int i = options.size() - 1; i > 0; i--) {
            above -= shares.get(i);
            picked = when(uniform.lt(above / total), options.get(i - 1)).otherwise(picked);
        }
        return picked;
    }
}
