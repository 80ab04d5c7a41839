package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SumErrorsTest {

    private static final double[] MEAN = {10, 10, 10};

    private static BacktestWindow window(double... errors) {
        double[] actual = new double[errors.length];
        for (int h = 0; h < errors.length; h++) {
            actual[h] = MEAN[h] + errors[h];
        }
        return new BacktestWindow(new SeriesForecast(MEAN, new double[3]), actual, ErrorScale.of(MEAN, 3, 1));
    }

    private static double[] deviations(double own, BacktestWindow... windows) {
        SeriesForecast forecast = new SeriesForecast(MEAN, new double[] {own, own, own});
        return SumErrors.deviations(forecast, new NormalIntervals(), List.of(windows));
    }

    @Test
    void errorsThatHangTogetherAddUp() {
        assertArrayEquals(new double[] {1, 2, 3}, deviations(0.1, window(1, 1, 1), window(-1, -1, -1)), 1e-9);
    }

    @Test
    void theRootOfTheMeanSquareIsTaken() {
        assertArrayEquals(
                new double[] {Math.sqrt((9 + 1) / 2.0), Math.sqrt((16 + 4) / 2.0), Math.sqrt((16 + 9) / 2.0)},
                deviations(0, window(3, 1, 0), window(1, 1, 1)),
                1e-9);
    }

    @Test
    void theyAreNeverTakenForLessThanIndependentOnes() {
        assertArrayEquals(new double[] {2, 2 * Math.sqrt(2), 2 * Math.sqrt(3)}, deviations(2, window(1, -1, 1)), 1e-6);
    }

    @Test
    void withoutTrialsTheMethodsOwnDeviationIsAllThereIs() {
        assertArrayEquals(new double[] {2, 2 * Math.sqrt(2), 2 * Math.sqrt(3)}, deviations(2), 1e-6);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, deviations(Double.NaN));
    }

    @Test
    void trialsAreAllThereIsWhereTheMethodTellsNoDeviation() {
        assertArrayEquals(new double[] {1, 2, 3}, deviations(Double.NaN, window(1, 1, 1)), 1e-9);
    }
}
