package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void theLineFromTheFirstValueThroughTheLastGoesOn() {
        SeriesForecast forecast = new Drift().fit(1, 4, 3, 7).forecast(3);
        // Errors beside a drift of 2 are 1, -3 and 2.
        double error = Math.sqrt((1 + 9 + 4) / 2.0);

        assertArrayEquals(new double[] {9, 11, 13}, forecast.mean(), 1e-12);
        assertArrayEquals(
                new double[] {
                    error * Math.sqrt(1 + 1 / 3.0), error * Math.sqrt(2 * (1 + 2 / 3.0)), error * Math.sqrt(3 * 2)
                },
                forecast.deviation(),
                1e-12);
    }

    @Test
    void eachPeriodIsFittedByTheOneBeforeAndTheDrift() {
        assertArrayEquals(
                new double[] {Double.NaN, 3, 6, 5}, new Drift().fit(1, 4, 3, 7).fitted(), 1e-12);
    }

    @Test
    void twoValuesAreTooFew() {
        assertThrows(SeriesTooShortException.class, () -> new Drift().fit(1, 2));
    }
}
