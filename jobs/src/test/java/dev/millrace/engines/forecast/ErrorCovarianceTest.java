package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorCovarianceTest {

    /**
     * By hand: variances 1 and 1.75; products of errors 1, 1, -1 and 2, so that r = 3 / 4 over the root of 1.75; the squares of
     * standard errors, multiplied, sum up to 7 / 1.75; the variance of r is (7 / 1.75 - 4 r²) / (4 · 3).
     */
    @Test
    void shrinkageIsTheVarianceOfCorrelationsBesideTheirSquares() {
        double[][] errors = {{1, -1, 1, 1}, {1, -1, -1, 2}};
        double r = 3 / (4 * Math.sqrt(1.75));
        double lambda = (7 / 1.75 - 4 * r * r) / 12 / (r * r);

        ErrorCovariance covariance = ErrorCovariance.of(errors);

        assertArrayEquals(new double[] {1, 1.75}, covariance.variances(), 1e-12);
        assertEquals(lambda, covariance.shrinkage(), 1e-12);
        assertEquals((1 - lambda) * r, covariance.correlations()[0][1], 1e-12);
        assertEquals((1 - lambda) * 0.75, covariance.matrix().getEntry(1, 0), 1e-12);
    }

    @Test
    void errorsThatHaveNothingToDoWithEachOtherAreShrunkMostOfTheWay() {
        Random random = new Random(7);
        double[][] errors = new double[20][40];
        for (double[] series : errors) {
            for (int t = 0; t < series.length; t++) {
                series[t] = random.nextGaussian();
            }
        }

        assertTrue(ErrorCovariance.of(errors).shrinkage() > 0.8);
    }

    @Test
    void aPeriodWithoutAnErrorOfEverySeriesIsLeftOut() {
        double[][] errors = {{Double.NaN, 1, -1, 1, 1}, {100, 1, -1, -1, 2}};

        assertArrayEquals(new double[] {1, 1.75}, ErrorCovariance.of(errors).variances(), 1e-12);
    }

    @Test
    void aSeriesWithoutErrorsKeepsAVarianceAboveZero() {
        double[][] errors = {{1, -1, 1}, {0, 0, 0}};

        assertTrue(ErrorCovariance.of(errors).variances()[1] > 0);
    }

    @Test
    void twoPeriodsAreTooFew() {
        double[][] errors = {{1, -1, Double.NaN}, {1, 1, 1}};

        assertThrows(SeriesTooShortException.class, () -> ErrorCovariance.of(errors));
    }
}
