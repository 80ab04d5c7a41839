package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GridMinimumTest {

    @Test
    void theDeeperOfTwoMinimaIsFound() {
        double found = GridMinimum.of(x -> Math.cos(x) + 0.1 * x, 1e-6, 0, 2, 4, 6, 8, 10, 12);

        assertEquals(Math.PI - Math.asin(0.1), found, 1e-5);
    }

    @Test
    void aMinimumAtTheEndIsTheEndItself() {
        assertEquals(2, GridMinimum.of(x -> x * x, 1e-6, 2, 3, 5));
    }

    @Test
    void aMinimumInsideIsFoundInFewCalls() {
        int[] calls = new int[1];

        GridMinimum.of(
                x -> {
                    calls[0]++;
                    return Math.cos(x);
                },
                1e-6,
                0,
                4);

        assertTrue(calls[0] < 25, calls[0] + " calls");
    }
}
