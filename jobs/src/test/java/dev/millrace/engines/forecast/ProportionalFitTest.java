package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.ProportionalFit.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionalFitTest {

    private static final Kind ROWS = new Kind(2, new int[] {0, 0, 1, 1});
    private static final Kind COLUMNS = new Kind(2, new int[] {0, 1, 0, 1});

    @Test
    void aTableOfProductsIsFoundAsItWasMade() {
        double[][] factors = ProportionalFit.factors(5, List.of(ROWS, COLUMNS), 2 * 5, 2 * 7, 3 * 5, 3 * 7);

        assertEquals(1.5, factors[0][1] / factors[0][0], 1e-12);
        assertEquals(1.4, factors[1][1] / factors[1][0], 1e-12);
        assertEquals(3 * 7, factors[0][1] * factors[1][1], 1e-12);
    }

    @Test
    void whatIsFittedHasTheSumsOfEachCell() {
        double[] values = {1, 9, 4, 2};

        double[][] factors = ProportionalFit.factors(50, List.of(ROWS, COLUMNS), values);

        double[] fitted = {
            factors[0][0] * factors[1][0],
            factors[0][0] * factors[1][1],
            factors[0][1] * factors[1][0],
            factors[0][1] * factors[1][1]
        };
        assertArrayEquals(new double[] {10 * 5 / 16.0, 10 * 11 / 16.0, 6 * 5 / 16.0, 6 * 11 / 16.0}, fitted, 1e-9);
    }

    @Test
    void aCellWithoutValuesHasNoFactor() {
        Kind longer = new Kind(3, new int[] {0, 1, 1, 2});

        double[] factors = ProportionalFit.factors(5, List.of(longer), 4, 8, 10)[0];

        assertEquals(4, factors[0], 1e-12);
        assertEquals(9, factors[1], 1e-12);
        assertTrue(Double.isNaN(factors[2]));
    }

    @Test
    void whereNothingWasSeenTheOtherKindStaysAsItWas() {
        double[][] factors = ProportionalFit.factors(5, List.of(ROWS, COLUMNS), 0, 0, 0, 0);

        assertArrayEquals(new double[] {0, 0}, factors[0]);
        assertTrue(Double.isNaN(factors[1][0]) && Double.isNaN(factors[1][1]));
    }
}
