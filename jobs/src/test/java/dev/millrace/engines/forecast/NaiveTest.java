package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NaiveTest {

    @Test
    void theLastValueGoesOnAndDeviationsGrowWithTheRootOfTime() {
        SeriesForecast forecast = new Naive().fit(1, 3, 2, 5).forecast(4);
        double error = Math.sqrt((4 + 1 + 9) / 3.0);

        assertArrayEquals(new double[] {5, 5, 5, 5}, forecast.mean());
        assertArrayEquals(
                new double[] {error, error * Math.sqrt(2), error * Math.sqrt(3), error * 2},
                forecast.deviation(),
                1e-12);
    }

    @Test
    void eachPeriodIsFittedByTheOneBefore() {
        assertArrayEquals(
                new double[] {Double.NaN, 1, 3}, new Naive().fit(1, 3, 2).fitted());
    }

    @Test
    void oneValueIsTooFew() {
        assertEquals(
                "naive needs 2 values, the series has 1",
                assertThrows(SeriesTooShortException.class, () -> new Naive().fit(1))
                        .getMessage());
    }
}
