package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ClassicalDecompositionTest {

    @Test
    void whatASeasonAddsToALineIsFound() {
        double[] season = {3, -1, 0, -2};

        assertArrayEquals(
                season, ClassicalDecomposition.additive(SeriesOf.values(21, t -> 5 + 2 * t + season[t % 4]), 4), 1e-12);
    }

    @Test
    void theFactorsOfASeasonAreFoundOverALevel() {
        double[] season = {1.5, 0.7, 0.8};

        assertArrayEquals(
                season, ClassicalDecomposition.multiplicative(SeriesOf.values(14, t -> 9 * season[t % 3]), 3), 1e-12);
    }

    @Test
    void twoCyclesAreEnough() {
        double[] season = {1, -1, 2, -2};

        assertArrayEquals(season, ClassicalDecomposition.additive(SeriesOf.values(8, t -> season[t % 4]), 4), 1e-12);
    }
}
