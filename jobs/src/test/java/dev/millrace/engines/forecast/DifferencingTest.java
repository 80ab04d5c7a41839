package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencingTest {

    private static final ArimaOrder BOTH = ArimaOrder.of(0, 1, 0).seasonal(0, 1, 0, 3);

    @Test
    void aLineAndASeasonAreTakenAway() {
        assertArrayEquals(new double[2], Differencing.of(new double[] {1, 5, 2, 4, 8, 5}, BOTH));
    }

    @Test
    void weightsMakeTheNextValueOfThoseBefore() {
        double[] values = {1, 5, 2, 4, 8, 7, 3};
        double[] left = Differencing.of(values, BOTH);
        double[] weights = Differencing.weights(BOTH);
        double next = left[left.length - 1];
        for (int j = 0; j < weights.length; j++) {
            next += weights[j] * values[values.length - 2 - j];
        }

        assertEquals(3, next, 1e-12);
    }

    @Test
    void aWalkNeedsADifferenceAndNoiseNone() {
        Random chance = new Random(6);
        double[] sum = {0, 0};
        double[] walk = SeriesOf.values(200, t -> sum[0] += chance.nextGaussian());
        double[] twice = SeriesOf.values(200, t -> sum[1] += walk[t]);

        assertEquals(0, Stationarity.differences(SeriesOf.noisy(200, 1, t -> 3), 2));
        assertEquals(1, Stationarity.differences(walk, 2));
        assertEquals(2, Stationarity.differences(twice, 2));
        assertEquals(0, Stationarity.differences(new double[50], 2));
    }

    @Test
    void onlyASeasonThatStandsOutCallsForADifference() {
        assertEquals(0.9, Stationarity.seasonStrength(SeriesOf.noisy(210, 0.25, SeriesOf::week), 7), 0.07);
        assertEquals(0.1, Stationarity.seasonStrength(SeriesOf.noisy(210, 1, t -> 0), 7), 0.2);
        assertEquals(0, Stationarity.seasonStrength(SeriesOf.noisy(20, 1, SeriesOf::week), 12));
    }
}
