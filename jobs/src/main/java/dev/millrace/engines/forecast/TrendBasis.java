package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.List;

/** Least squares of one vector by others that join one after the other: an orthonormal basis of these, and what is left. */
final class TrendBasis {

    /** Below this part of its size a vector is one of those before it. */
    private static final double NOTHING = 1e-9;

    private final List<double[]> vectors = new ArrayList<>();
    private final double[] left;

    TrendBasis(double[] target) {
        left = target.clone();
    }

    /** Takes a vector in; returns what is new in it, of length 1, or 0 where it is a combination of those that are there. */
    double[] add(double[] vector) {
        double[] rest = vector.clone();
        double size = Math.sqrt(dot(rest, rest));
        // Twice is enough (Kahan): once leaves what rounding has left of the others.
        for (int round = 0; round < 2; round++) {
            for (double[] known : vectors) {
                subtract(rest, dot(known, rest), known);
            }
        }
        double length = Math.sqrt(dot(rest, rest));
        if (!(length > NOTHING * size)) {
            return new double[rest.length];
        }
        for (int t = 0; t < rest.length; t++) {
            rest[t] /= length;
        }
        vectors.add(rest);
        subtract(left, dot(rest, left), rest);
        return rest;
    }

    /** What is left of the target. */
    double[] left() {
        return left;
    }

    double squares() {
        return dot(left, left);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int t = 0; t < from.length; t++) {
            from[t] -= factor * what[t];
        }
    }
}
