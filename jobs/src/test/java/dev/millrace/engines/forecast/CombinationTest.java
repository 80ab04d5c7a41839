package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final Combination BOTH = Combination.mean(new Naive(), new SeasonalNaive(2));

    @Test
    void itForecastsTheMeanOfWhatItsMethodsSay() {
        double[] series = {1, 10, 2, 12, 4};
        SeriesForecast one = new Naive().fit(series).forecast(3);
        SeriesForecast other = new SeasonalNaive(2).fit(series).forecast(3);
        SeriesForecast mean = BOTH.fit(series).forecast(3);

        assertArrayEquals(new double[] {8, 4, 8}, mean.mean(), 1e-12);
        for (int h = 0; h < 3; h++) {
            assertEquals((one.deviation()[h] + other.deviation()[h]) / 2, mean.deviation()[h], 1e-12);
        }
    }

    @Test
    void nothingIsFittedWhereAMethodSaysNothing() {
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 5.5, 6},
                BOTH.fit(1, 10, 2, 12).fitted(),
                1e-12);
    }

    @Test
    void aSeriesTooShortForOneMethodIsTooShort() {
        assertThrows(SeriesTooShortException.class, () -> BOTH.fit(1, 2));
    }

    @Test
    void weightsAreOneAMethod() {
        List<SeriesMethod> one = List.of(new Naive());

        assertThrows(IllegalArgumentException.class, () -> new Combination(one, Weighting.mean(2)));
    }

    @Test
    void nothingCannotBeCombined() {
        assertThrows(IllegalArgumentException.class, Combination::mean);
    }
}
