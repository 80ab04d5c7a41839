package dev.millrace.engines.lifetime;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the maximum of a log-likelihood of positive parameters, over their logarithms, by the method of Nelder and Mead (1965) from
 * several starts, none of them random. Standard errors are those of the inverse Hessian (Fisher 1922), by central differences.
 */
final class MaximumLikelihood {

    /**
     * Where the maximum is.
     *
     * @param logs logarithms of the parameters
     * @param value the log-likelihood
     * @param covariance covariance of the logarithms
     */
    record Maximum(double[] logs, double value, double[][] covariance) {}

    private static final double RELATIVE = 1e-14;
    private static final double ABSOLUTE = 1e-9;
    private static final int MOST_EVALUATIONS = 4_000;
    private static final double FIRST_STEP = 0.5;
    private static final double RESTART_STEP = 0.02;
    private static final int MOST_RESTARTS = 6;
    private static final double SAME_VALUE = 1e-7;
    private static final double DIFFERENCE = 2e-3;
    /** A parameter beyond e to this power, either way, has run away. */
    private static final double FARTHEST = 10;
    /** How much log-likelihood another Newton step may promise where the search ended. */
    private static final double LEFT_TO_GAIN = 1e-2;

    private final String model;
    private final ToDoubleFunction<double[]> function;

    /**
     * A search.
     *
     * @param model what it is called in messages
     * @param function log-likelihood of the logarithms of the parameters
     */
    MaximumLikelihood(String model, ToDoubleFunction<double[]> function) {
        this.model = model;
        this.function = logs -> {
            for (double log : logs) {
                if (!(Math.abs(log) <= 2 * FARTHEST)) {
                    return -Double.MAX_VALUE;
                }
            }
            double value = function.applyAsDouble(logs);
            return Double.isFinite(value) ? value : -Double.MAX_VALUE;
        };
    }

    /** The best point that is found from any of the starts, given and returned as logarithms; no proof that it is a maximum. */
    double[] best(List<double[]> starts) {
        PointValuePair best = null;
        for (double[] start : starts) {
            PointValuePair found = search(start, FIRST_STEP);
            if (best == null || found.getValue() > best.getValue()) {
                best = found;
            }
        }
        return best.getPoint();
    }

    /**
     * The maximum near a point, which is shown to be one.
     *
     * @throws NotConvergedException when there is none, or it is so flat that the data does not determine the parameters
     */
    Maximum near(double[] start) {
        PointValuePair found = search(start, RESTART_STEP);
        for (int restart = 0; restart < MOST_RESTARTS; restart++) {
            PointValuePair again = search(found.getPoint(), RESTART_STEP);
            boolean same = again.getValue() - found.getValue() < SAME_VALUE;
            found = again;
            if (same) {
                break;
            }
        }
        return judged(found);
    }

    private PointValuePair search(double[] start, double step) {
        double[] steps = new double[start.length];
        java.util.Arrays.fill(steps, step);
        try {
            return new SimplexOptimizer(RELATIVE, ABSOLUTE)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(function::applyAsDouble),
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(steps));
        } catch (TooManyEvaluationsException e) {
            throw new NotConvergedException(
                    "The likelihood of " + model + " has no maximum that was found in " + MOST_EVALUATIONS + " steps.",
                    e);
        }
    }

    private Maximum judged(PointValuePair found) {
        double[] logs = found.getPoint();
        for (double log : logs) {
            if (Math.abs(log) > FARTHEST) {
                throw new NotConvergedException("A parameter of " + model
                        + " runs away: customers differ too little, or in a way that the model does not have.");
            }
        }
        double[][] covariance = covariance(logs);
        double gain = stillToGain(logs, covariance);
        if (gain > LEFT_TO_GAIN) {
            throw new NotConvergedException("The search for the maximum of the likelihood of " + model
                    + " stopped early: " + gain + " are still to be gained.");
        }
        return new Maximum(logs, found.getValue(), covariance);
    }

    private double stillToGain(double[] logs, double[][] covariance) {
        double[] slope = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            slope[i] = (at(logs, i, 1, i, 0) - at(logs, i, -1, i, 0)) / (2 * DIFFERENCE);
        }
        return quadraticForm(slope, covariance) / 2;
    }

    private double[][] covariance(double[] logs) {
        int size = logs.length;
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double curvature = i == j
                        ? at(logs, i, 1, i, 0) - 2 * function.applyAsDouble(logs) + at(logs, i, -1, i, 0)
                        : (at(logs, i, 1, j, 1)
                                        - at(logs, i, 1, j, -1)
                                        - at(logs, i, -1, j, 1)
                                        + at(logs, i, -1, j, -1))
                                / 4;
                information.setEntry(i, j, -curvature / (DIFFERENCE * DIFFERENCE));
                information.setEntry(j, i, information.getEntry(i, j));
            }
        }
        try {
            return new CholeskyDecomposition(information)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new NotConvergedException(
                    "The likelihood of " + model + " is flat: the data does not determine its parameters.", e);
        }
    }

    private double at(double[] logs, int i, int stepsOfI, int j, int stepsOfJ) {
        double[] moved = logs.clone();
        moved[i] += stepsOfI * DIFFERENCE;
        moved[j] += stepsOfJ * DIFFERENCE;
        return function.applyAsDouble(moved);
    }

    /** vᵀ M v. */
    static double quadraticForm(double[] vector, double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }
}
