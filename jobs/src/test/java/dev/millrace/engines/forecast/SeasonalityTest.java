package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeasonalityTest {

    @Test
    void aTenthOfSeriesWithoutSeasonSeemToHaveOne() {
        int seeming = 0;
        for (int length = 200; length < 600; length++) {
            seeming += Seasonality.of(SeriesOf.noisy(length, 1, t -> 20), 7).present() ? 1 : 0;
        }

        assertEquals(0.1, seeming / 400.0, 0.05);
    }

    @Test
    void aSeasonOfPositiveValuesMultiplies() {
        Seasonality season = Seasonality.of(SeriesOf.noisy(140, 1, t -> 30 + 10 * SeriesOf.week(t)), 7);

        assertTrue(season.relative());
        assertEquals(17, season.with(season.without(17, 5), 5), 1e-12);
        assertEquals(2 * season.indices()[3], season.spread(2, 10), 1e-12);
    }

    @Test
    void aSeasonAddsWhereAFactorWouldBeNextToNothing() {
        Seasonality season = Seasonality.of(SeriesOf.values(140, t -> t % 7 == 0 ? 1e-3 : 10 + t % 7), 7);

        assertTrue(season.present());
        assertFalse(season.relative());
        assertEquals(17, season.with(season.without(17, 5), 5), 1e-12);
        assertEquals(2, season.spread(2, 10));
    }

    @Test
    void lessThanTwoSeasonsAndSeasonsOfLessThanFourPeriodsAreNotLookedFor() {
        assertFalse(Seasonality.of(SeriesOf.values(13, t -> 10 + t % 7), 7).present());
        assertFalse(Seasonality.of(SeriesOf.values(60, t -> 10 + t % 3), 3).present());
    }
}
