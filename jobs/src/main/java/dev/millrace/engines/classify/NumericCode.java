package dev.millrace.engines.classify;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How a numeric feature becomes columns: itself, its logarithm, a hinge at each knot so that a linear model can bend (a
 * linear spline; Hastie, Tibshirani, Friedman, <em>The Elements of Statistical Learning</em>, 5.2), and whether it is missing.
 *
 * @param median stands in for a missing value
 * @param knots quantiles where the hinges are; none for features of a few values
 * @param missing whether missing values were seen, so that they have a column
 * @param least the least value seen; null in a model of a version that did not keep it
 * @param most the greatest value seen; null as well
 */
record NumericCode(double median, List<Double> knots, boolean missing, Double least, Double most)
        implements Serializable {

    private static final int INTERVALS = 8;

    NumericCode {
        knots = List.copyOf(knots);
    }

    /** Learns the code from the values of one feature. */
    static NumericCode of(Object[][] rows, int feature) {
        double[] known = Arrays.stream(rows)
                .map(row -> (Double) row[feature])
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new NumericCode(0, List.of(), true, null, null);
        }
        double least = known[0];
        double most = known[known.length - 1];
        List<Double> knots = Arrays.stream(fractions())
                .map(fraction -> known[(int) Math.round(fraction * (known.length - 1))])
                .distinct()
                .filter(knot -> knot > least && knot < most)
                .boxed()
                .toList();
        return new NumericCode(known[known.length / 2], knots, known.length < rows.length, least, most);
    }

    private static double[] fractions() {
        double[] fractions = new double[INTERVALS - 1];
        for (int i = 1; i < INTERVALS; i++) {
            fractions[i - 1] = (double) i / INTERVALS;
        }
        return fractions;
    }

    /** How many columns it becomes. */
    int width() {
        return 2 + knots.size() + (missing ? 1 : 0);
    }

    /** Which of its columns a tree needs: a tree finds its own bends. */
    int[] forTrees() {
        return missing ? new int[] {0, width() - 1} : new int[] {0};
    }

    /** What lies beyond all that was learnt from counts as the outermost of it: a line would go on for ever. */
    private double held(double value) {
        return least == null || most == null ? value : Math.max(least, Math.min(most, value));
    }

    void encode(Object value, double[] into, int at) {
        double number = value == null ? median : held((Double) value);
        int next = at;
        into[next++] = number;
        into[next++] = Math.signum(number) * Math.log1p(Math.abs(number));
        for (double knot : knots) {
            into[next++] = Math.max(0, number - knot);
        }
        if (missing) {
            into[next] = value == null ? 1 : 0;
        }
    }
}
