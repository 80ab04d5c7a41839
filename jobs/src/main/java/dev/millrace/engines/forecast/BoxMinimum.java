package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * Finds a minimum of a smooth function within bounds: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and
 * Wright, "Numerical Optimization", 2006, chapter 6) with steps projected onto the bounds and the variables that press against them
 * held (Bertsekas, "Projected Newton Methods for Optimization Problems with Simple Constraints", SIAM Journal on Control and
 * Optimization 20, 1982). Gradients make it some ten times cheaper here than the simplex search of Nelder and Mead, whose steps
 * multiply with the length of the season.
 */
final class BoxMinimum {

    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_HALVINGS = 25;
    private static final double ON_BOUND = 1e-9;
    private static final double SUFFICIENT_DECREASE = 1e-4;

    private final SmoothFunction function;
    private final double[] lower;
    private final double[] upper;
    private final double[] firstCurvature;
    private final double tolerance;
    private final int size;

    private final double[][] inverse;
    private final double[] at;
    private final double[] next;
    private final double[] gradient;
    private final double[] nextGradient;
    private final double[] direction;
    private final double[] moved;
    private final double[] bent;
    private final double[] turned;
    private final boolean[] held;
    private double value;

    /**
     * A search.
     *
     * @param lower lower bounds
     * @param upper upper bounds
     * @param firstCurvature a guess at the second derivatives, all positive
     * @param tolerance how little a next step may promise for the search to end
     */
    BoxMinimum(SmoothFunction function, double[] lower, double[] upper, double[] firstCurvature, double tolerance) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        this.firstCurvature = firstCurvature;
        this.tolerance = tolerance;
        size = lower.length;
        inverse = new double[size][size];
        at = new double[size];
        next = new double[size];
        gradient = new double[size];
        nextGradient = new double[size];
        direction = new double[size];
        moved = new double[size];
        bent = new double[size];
        turned = new double[size];
        held = new boolean[size];
    }

    /** Goes down from a point where the function has a value; the point becomes the minimum, whose value is returned. */
    double from(double[] point) {
        System.arraycopy(point, 0, at, 0, size);
        value = function.value(at);
        function.gradient(gradient);
        forget();
        boolean fresh = true;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double slope = aim();
            if (-slope < tolerance) {
                break;
            }
            if (!step(slope)) {
                if (fresh) {
                    break;
                }
                forget();
                fresh = true;
                continue;
            }
            learn(fresh);
            fresh = false;
        }
        System.arraycopy(at, 0, point, 0, size);
        return value;
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1 / firstCurvature[i];
        }
    }

    /** Sets the direction, into no bound; returns the slope along it. */
    private double aim() {
        for (int i = 0; i < size; i++) {
            held[i] = (at[i] <= lower[i] && gradient[i] > 0) || (at[i] >= upper[i] && gradient[i] < 0);
        }
        do {
            for (int i = 0; i < size; i++) {
                direction[i] = held[i] ? 0 : downhill(inverse[i]);
            }
        } while (holdMore());
        return dot(direction, gradient);
    }

    private double downhill(double[] row) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum -= held[j] ? 0 : row[j] * gradient[j];
        }
        return sum;
    }

    private boolean holdMore() {
        boolean more = false;
        for (int i = 0; i < size; i++) {
            if ((at[i] <= lower[i] && direction[i] < 0) || (at[i] >= upper[i] && direction[i] > 0)) {
                held[i] = true;
                more = true;
            }
        }
        return more;
    }

    /** Looks along the direction for a point that is lower by enough, and goes there. */
    private boolean step(double slope) {
        double length = room();
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int i = 0; i < size; i++) {
                next[i] = within(i, at[i] + length * direction[i]);
            }
            double found = function.value(next);
            if (found <= value + SUFFICIENT_DECREASE * length * slope) {
                function.gradient(nextGradient);
                for (int i = 0; i < size; i++) {
                    moved[i] = next[i] - at[i];
                    // What is held must not bend the rest: it would seem less curved than it is while that stays where
                    // it is.
                    bent[i] = held[i] ? 0 : nextGradient[i] - gradient[i];
                    at[i] = next[i];
                    gradient[i] = nextGradient[i];
                }
                value = found;
                return true;
            }
            length *= shorter(found - value, slope * length);
        }
        return false;
    }

    /** What is nearly on a bound is on it, or rounding would keep it from being held there. */
    private double within(int i, double x) {
        if (x < lower[i] + ON_BOUND) {
            return lower[i];
        }
        return x > upper[i] - ON_BOUND ? upper[i] : x;
    }

    /** How far the direction goes before it meets a bound, at most 1. */
    private double room() {
        double length = 1;
        for (int i = 0; i < size; i++) {
            double bound = direction[i] > 0 ? upper[i] : lower[i];
            if (length * Math.abs(direction[i]) > Math.abs(bound - at[i])) {
                length = Math.abs((bound - at[i]) / direction[i]);
            }
        }
        return length;
    }

    /** By what to shorten a step: to the lowest point of the parabola through what is known, within limits. */
    private static double shorter(double rise, double slope) {
        double best = -slope / (2 * (rise - slope));
        return best > 0.1 ? Math.min(best, 0.5) : 0.1;
    }

    private void learn(boolean first) {
        double curvature = dot(moved, bent);
        if (!(curvature > 1e-12 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) {
            return;
        }
        double bend = turn();
        if (first) {
            rescale(curvature / bend);
            bend = turn();
        }
        double ofMove = (1 + bend / curvature) / curvature;
        for (int i = 0; i < size; i++) {
            double[] row = inverse[i];
            double move = moved[i];
            double factor = ofMove * move - turned[i] / curvature;
            double cross = move / curvature;
            for (int j = 0; j < size; j++) {
                row[j] += factor * moved[j] - cross * turned[j];
            }
        }
    }

    private double turn() {
        for (int i = 0; i < size; i++) {
            turned[i] = dot(inverse[i], bent);
        }
        return dot(turned, bent);
    }

    private void rescale(double factor) {
        for (int i = 0; i < size; i++) {
            inverse[i][i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
