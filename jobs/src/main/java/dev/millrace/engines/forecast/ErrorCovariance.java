package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How one-step errors of several series go together, shrunk towards no correlation at all: Schäfer and Strimmer, "A Shrinkage
 * Approach to Large-Scale Covariance Matrix Estimation", Statistical Applications in Genetics and Molecular Biology 4 (2005), target
 * D. Errors are taken to have mean 0, as in R's hts.
 *
 * @param variances of each series' errors, in squared units; never 0
 * @param correlations of each two, shrunk; 1 on the diagonal
 * @param shrinkage how far: 0 leaves the sample's correlations as they are, 1 takes none of them
 */
@SuppressWarnings("ArrayRecordComponent") // some hundred series: copies would cost more than they guard
record ErrorCovariance(double[] variances, double[][] correlations, double shrinkage) {

    /** With less, correlations of many series over few periods cannot be inverted. */
    private static final double LEAST_SHRINKAGE = 1e-4;

    /** A series without errors is given this share of the mean variance, or it would never be adjusted by anything. */
    private static final double LEAST_VARIANCE = 1e-8;

    /**
     * Estimates it.
     *
     * @param errors one row a series, one column a period; periods in which any is NaN are left out
     * @throws SeriesTooShortException below three periods
     */
    static ErrorCovariance of(double[][] errors) {
        int[] periods = IntStream.range(0, errors[0].length)
                .filter(t -> Arrays.stream(errors).noneMatch(series -> Double.isNaN(series[t])))
                .toArray();
        if (periods.length < 3) {
            throw new SeriesTooShortException("covariance of errors", 3, periods.length);
        }
        double[] variances = variances(errors, periods);
        double[][] standard = new double[errors.length][periods.length];
        for (int i = 0; i < errors.length; i++) {
            for (int t = 0; t < periods.length; t++) {
                standard[i][t] = errors[i][periods[t]] / Math.sqrt(variances[i]);
            }
        }
        RealMatrix scores = new Array2DRowRealMatrix(standard, false);
        double[][] correlations = scores.multiply(scores.transpose())
                .scalarMultiply(1.0 / periods.length)
                .getData();
        double shrinkage = shrinkage(standard, correlations);
        for (int i = 0; i < correlations.length; i++) {
            for (int j = 0; j < correlations.length; j++) {
                correlations[i][j] = i == j ? 1 : correlations[i][j] * (1 - shrinkage);
            }
        }
        return new ErrorCovariance(variances, correlations, shrinkage);
    }

    private static double[] variances(double[][] errors, int... periods) {
        double[] variances = Arrays.stream(errors)
                .mapToDouble(series -> Arrays.stream(periods)
                        .mapToDouble(t -> series[t] * series[t])
                        .average()
                        .orElseThrow())
                .toArray();
        double mean = Arrays.stream(variances).average().orElse(0);
        double least = mean > 0 ? mean * LEAST_VARIANCE : 1;
        return Arrays.stream(variances).map(own -> Math.max(own, least)).toArray();
    }

    /** The variance of the sample's correlations beside their squares. */
    private static double shrinkage(double[][] standard, double[][] correlations) {
        double[][] squared = Arrays.stream(standard)
                .map(series -> Arrays.stream(series).map(z -> z * z).toArray())
                .toArray(double[][]::new);
        RealMatrix squares = new Array2DRowRealMatrix(squared, false);
        double[][] fourth = squares.multiply(squares.transpose()).getData();
        double periods = standard[0].length;
        double variance = 0;
        double signal = 0;
        for (int i = 0; i < standard.length; i++) {
            for (int j = 0; j < standard.length; j++) {
                double r = correlations[i][j];
                variance += i == j ? 0 : (fourth[i][j] - periods * r * r) / (periods * (periods - 1));
                signal += i == j ? 0 : r * r;
            }
        }
        return signal == 0 ? 1 : Math.max(LEAST_SHRINKAGE, Math.min(1, variance / signal));
    }

    /** The covariances where the series' errors have other deviations, but go together as these do. */
    RealMatrix with(double... deviations) {
        int size = correlations.length;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = correlations[i][j] * deviations[i] * deviations[j];
            }
        }
        return new Array2DRowRealMatrix(matrix, false);
    }

    /** The covariances of one-step errors. */
    RealMatrix matrix() {
        return with(Arrays.stream(variances).map(Math::sqrt).toArray());
    }
}
