package dev.millrace.engines.forecast;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Finds a minimum of a function of one variable that may have several: the best point of a grid, and then Brent's method between that
 * point's neighbours.
 */
final class GridMinimum {

    private static final double RELATIVE = 1e-12;
    private static final int MOST_CALLS = 500;

    private GridMinimum() {}

    /**
     * Where the function is least between the first point of the grid and the last.
     *
     * @param tolerance how far from the minimum the answer may be
     * @param grid points in ascending order, at least two
     */
    static double of(DoubleUnaryOperator function, double tolerance, double... grid) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double value = function.applyAsDouble(grid[i]);
            if (value < least) {
                least = value;
                nearest = i;
            }
        }
        double lower = grid[Math.max(0, nearest - 1)];
        double upper = grid[Math.min(grid.length - 1, nearest + 1)];
        return new BrentOptimizer(RELATIVE, tolerance)
                .optimize(
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(lower, upper, grid[nearest]),
                        new MaxEval(MOST_CALLS))
                .getPoint();
    }
}
