package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SeasonalMeanTest {

    private static final double[] SERIES = {1, 10, 3, 14, 5, 18, 6};

    @Test
    void eachPeriodIsTheMeanOfTheSameOfTheLastSeasons() {
        SeriesForecast forecast = new SeasonalMean(2, 2).fit(SERIES).forecast(3);
        double error = Math.sqrt((9 + 36 + 4) / 3.0);

        assertArrayEquals(new double[] {16, 5.5, 16}, forecast.mean(), 1e-12);
        assertArrayEquals(new double[] {error, error, error}, forecast.deviation(), 1e-12);
    }

    @Test
    void itIsFittedFromWhatWasBefore() {
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, 2, 12, 4},
                new SeasonalMean(2, 2).fit(SERIES).fitted(),
                1e-12);
    }

    @Test
    void ofOneSeasonItIsTheSeasonalNaiveForecast() {
        assertArrayEquals(
                new SeasonalNaive(2).fit(SERIES).forecast(4).mean(),
                new SeasonalMean(2, 1).fit(SERIES).forecast(4).mean(),
                1e-12);
    }

    @Test
    void whatIsTooShortForItsSeasonsIsRefused() {
        assertThrows(SeriesTooShortException.class, () -> new SeasonalMean(2, 2).fit(1, 2, 3, 4));
    }

    @Test
    void aMeanOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SeasonalMean(2, 0));
    }
}
