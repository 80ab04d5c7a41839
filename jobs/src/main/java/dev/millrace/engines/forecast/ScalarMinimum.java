package dev.millrace.engines.forecast;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds a minimum of a function of one variable without derivatives, by golden sections and parabolas: Brent, "Algorithms for
 * Minimization Without Derivatives" (1973), chapter 5.
 */
final class ScalarMinimum {

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final int MOST_STEPS = 100;

    private final DoubleUnaryOperator function;
    private final double tolerance;
    private double lower;
    private double upper;
    /** The best point, the second best, and the second best before that. */
    private double best;

    private double second;
    private double third;
    private double atBest;
    private double atSecond;
    private double atThird;

    private ScalarMinimum(DoubleUnaryOperator function, double lower, double upper, double tolerance) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        this.tolerance = tolerance;
    }

    /** Where the function is least between two points, to within a tolerance; a local minimum where it has several. */
    static double between(double lower, double upper, double tolerance, DoubleUnaryOperator function) {
        return new ScalarMinimum(function, lower, upper, tolerance).search();
    }

    private double search() {
        best = lower + GOLDEN * (upper - lower);
        second = best;
        third = best;
        atBest = function.applyAsDouble(best);
        atSecond = atBest;
        atThird = atBest;
        double step = 0;
        double before = 0;
        for (int i = 0; i < MOST_STEPS; i++) {
            double middle = (lower + upper) / 2;
            if (Math.abs(best - middle) <= 2 * tolerance - (upper - lower) / 2) {
                break;
            }
            double parabola = parabola();
            if (Math.abs(parabola) < Math.abs(before) / 2 && best + parabola > lower && best + parabola < upper) {
                before = step;
                step = parabola;
            } else {
                before = best < middle ? upper - best : lower - best;
                step = GOLDEN * before;
            }
            double shortest = Math.copySign(tolerance, step);
            keep(best + (Math.abs(step) < tolerance ? shortest : step));
        }
        return best;
    }

    /** The step from the best point to the lowest of the parabola through the three; infinite or NaN where there is none. */
    private double parabola() {
        double r = (best - second) * (atBest - atThird);
        double q = (best - third) * (atBest - atSecond);
        return ((best - second) * r - (best - third) * q) / (2 * (q - r));
    }

    private void keep(double point) {
        double value = function.applyAsDouble(point);
        if (value <= atBest) {
            if (point < best) {
                upper = best;
            } else {
                lower = best;
            }
            third = second;
            atThird = atSecond;
            second = best;
            atSecond = atBest;
            best = point;
            atBest = value;
            return;
        }
        if (point < best) {
            lower = point;
        } else {
            upper = point;
        }
        if (value <= atSecond || second == best) {
            third = second;
            atThird = atSecond;
            second = point;
            atSecond = value;
        } else if (value <= atThird || third == best || third == second) {
            third = point;
            atThird = value;
        }
    }
}
