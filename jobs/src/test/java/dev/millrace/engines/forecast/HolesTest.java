package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolesTest {

    private static final long[] PERIODS = {10, 11, 14};

    @Test
    void whatWasNotToldIsFilledByTheRule() {
        assertArrayEquals(new double[] {2, 1, 0, 0, 7}, Holes.ZERO.fill(PERIODS, 2, 1, 7));
        assertArrayEquals(new double[] {2, 1, 1, 1, 7}, Holes.LAST.fill(PERIODS, 2, 1, 7));
        assertArrayEquals(new double[] {2, 1, 3, 5, 7}, Holes.LINE.fill(PERIODS, 2, 1, 7));
    }

    @Test
    void onePeriodIsASeries() {
        assertArrayEquals(new double[] {5}, Holes.LINE.fill(new long[] {3}, 5));
    }

    @Test
    void twoValuesOfOnePeriodAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Holes.ZERO.fill(new long[] {1, 1}, 2, 3));
    }
}
