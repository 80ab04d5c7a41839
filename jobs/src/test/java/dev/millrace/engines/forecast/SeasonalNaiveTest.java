package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {

    @Test
    void theLastSeasonGoesOnAndDeviationsGrowFromSeasonToSeason() {
        SeriesForecast forecast = new SeasonalNaive(2).fit(1, 10, 2, 12, 4).forecast(5);
        double error = Math.sqrt((1 + 4 + 4) / 3.0);
        double second = error * Math.sqrt(2);

        assertArrayEquals(new double[] {12, 4, 12, 4, 12}, forecast.mean());
        assertArrayEquals(
                new double[] {error, error, second, second, error * Math.sqrt(3)}, forecast.deviation(), 1e-12);
    }

    @Test
    void eachPeriodIsFittedByTheSameOneOfTheSeasonBefore() {
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 1, 10},
                new SeasonalNaive(2).fit(1, 10, 2, 12).fitted());
    }

    @Test
    void lessThanASeasonAndOneValueIsTooFew() {
        assertThrows(SeriesTooShortException.class, () -> new SeasonalNaive(3).fit(1, 2, 3));
    }
}
