package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final int ROWS = 20_000;

    /** A model that is sure twice as much as it should be. */
    private final double[] overconfident = new double[ROWS];

    private final double[] labels = new double[ROWS];

    CalibrationTest() {
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            double truth = random.nextGaussian();
            overconfident[i] = 2 * truth + 0.6;
            labels[i] = random.nextDouble() < Scorer.sigmoid(truth) ? 1 : 0;
        }
    }

    @Test
    void plattFindsTheSlopeAndTheInterceptThatWereDistorted() {
        Calibration platt = Calibration.platt(overconfident, labels);
        assertEquals(0.5, platt.from()[0], 0.02);
        assertEquals(-0.3, platt.to()[0], 0.04);
    }

    @Test
    void bothWaysMakeProbabilitiesThatComeTrue() {
        for (Calibration calibration :
                new Calibration[] {Calibration.platt(overconfident, labels), Calibration.isotonic(overconfident, labels)
                }) {
            assertTrue(error(Calibration.NONE) > 0.08);
            assertTrue(error(calibration) < 0.01, calibration.method());
        }
    }

    private double error(Calibration calibration) {
        double[] said = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            said[i] = calibration.probability(overconfident[i]);
        }
        return new Measures(said, labels).expectedCalibrationError();
    }

    @Test
    void isotonicNeverFalls() {
        Calibration isotonic = Calibration.isotonic(overconfident, labels);
        double before = 0;
        for (double logOdds = -9; logOdds < 9; logOdds += 0.01) {
            double now = isotonic.probability(logOdds);
            assertTrue(now >= before, () -> "falls to " + now);
            before = now;
        }
    }

    @Test
    void labelsOfOneKindAreLeftAlone() {
        Calibration platt = Calibration.platt(new double[] {1, 2, 3}, 1, 1, 1);
        assertTrue(Double.isFinite(platt.probability(2)));
    }
}
