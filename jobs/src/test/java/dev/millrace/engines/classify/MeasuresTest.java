package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.statistics.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final double EXACT = 1e-12;

    private static Measures said(double... probabilitiesThenLabels) {
        int rows = probabilitiesThenLabels.length / 2;
        double[] probabilities = new double[rows];
        double[] labels = new double[rows];
        System.arraycopy(probabilitiesThenLabels, 0, probabilities, 0, rows);
        System.arraycopy(probabilitiesThenLabels, rows, labels, 0, rows);
        return new Measures(probabilities, labels);
    }

    @Test
    void aucIsTheShareOfPairsInTheRightOrder() {
        // Pairs (1 over 0): .8>.6, .8>.2, .4<.6, .4>.2.
        assertEquals(0.75, said(.8, .6, .4, .2, 1, 0, 1, 0).auc(), EXACT);
    }

    @Test
    void aucCountsTiesHalf() {
        assertEquals(0.5, said(.3, .3, .3, .3, 1, 0, 1, 0).auc(), EXACT);
        assertEquals(0.875, said(.9, .5, .5, .1, 1, 1, 0, 0).auc(), EXACT);
    }

    @Test
    void aucOfOneClassIsThatOfAGuess() {
        assertEquals(0.5, said(.9, .1, 1, 1).auc(), EXACT);
    }

    @Test
    void aucEqualsThatOfAllPairsOnRandomRows() {
        Random random = new Random(4);
        double[] probabilities =
                random.doubles(200).map(x -> Math.round(x * 20) / 20.0).toArray();
        double[] labels = random.ints(200, 0, 2).asDoubleStream().toArray();
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                if (labels[i] > labels[j]) {
                    pairs++;
                    right += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(right / pairs, new Measures(probabilities, labels).auc(), 1e-9);
    }

    @Test
    void averagePrecisionStepsDownTheRanking() {
        // Hits at ranks 1 and 3: (1/1 + 2/3) / 2.
        assertEquals((1 + 2.0 / 3) / 2, said(.8, .6, .4, .2, 1, 0, 1, 0).averagePrecision(), EXACT);
    }

    @Test
    void calibrationErrorIsTheDistanceInEachTenthByRows() {
        // Bin .2: two rows, said .25 on average, half happened; bin .9: said .95, happened.
        assertEquals(
                (0.5 - 0.25) * 2 / 3 + 0.05 / 3,
                said(.2, .3 - 1e-15, .95, 0, 1, 1).expectedCalibrationError(),
                1e-9);
    }

    @Test
    void liftComparesTheHighestTenthWithAll() {
        double[] probabilities = new double[20];
        double[] labels = new double[20];
        for (int i = 0; i < 20; i++) {
            probabilities[i] = i / 20.0;
        }
        labels[19] = 1;
        labels[18] = 1;
        labels[0] = 1;
        labels[1] = 1;
        assertEquals(5, new Measures(probabilities, labels).lift10(), EXACT);
    }

    @Test
    void precisionRecallAndAccuracyCountThoseAtOrAboveTheThreshold() {
        Measures said = said(.8, .6, .4, .2, 1, 0, 1, 0);
        assertEquals(0.5, said.precision(.6), EXACT);
        assertEquals(0.5, said.recall(.6), EXACT);
        assertEquals(0.5, said.f1(.6), EXACT);
        assertEquals(0.5, said.accuracy(.6), EXACT);
        assertEquals(0, said.precision(.9), EXACT);
    }

    @Test
    void theIntervalHoldsTheValueAndNarrowsWithRows() {
        Measures few = random(100);
        Measures many = random(10_000);
        Interval wide = few.interval(Measures::auc, 1);
        Interval narrow = many.interval(Measures::auc, 1);
        assertTrue(wide.low() < few.auc() && few.auc() < wide.high());
        assertTrue(narrow.high() - narrow.low() < (wide.high() - wide.low()) / 3);
    }

    @Test
    void aModelHasNoAdvantageOverItself() {
        Measures said = random(500);
        assertEquals(new Interval(0, 0), said.advantage(said, Measures::auc, 1));
    }

    private static Measures random(int rows) {
        Random random = new Random(9);
        double[] probabilities = random.doubles(rows).toArray();
        double[] labels = new double[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextDouble() < probabilities[i] ? 1 : 0;
        }
        return new Measures(probabilities, labels);
    }
}
