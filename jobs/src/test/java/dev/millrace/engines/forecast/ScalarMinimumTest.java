package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScalarMinimumTest {

    @Test
    void aMinimumInsideIsFoundInFewSteps() {
        int[] calls = new int[1];

        double found = ScalarMinimum.between(0, 4, 1e-6, x -> {
            calls[0]++;
            return Math.cos(x);
        });

        assertEquals(Math.PI, found, 1e-5);
        assertTrue(calls[0] < 20, calls[0] + " calls");
    }

    @Test
    void aMinimumAtTheEndIsApproached() {
        assertEquals(2, ScalarMinimum.between(2, 5, 1e-6, x -> x * x), 1e-5);
    }
}
