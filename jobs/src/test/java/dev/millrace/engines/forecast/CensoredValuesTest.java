package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CensoredValuesTest {

    private static final double NONE = Double.NaN;

    @Test
    void demandWithoutStockIsThatOfTheSamePlaceInTheSeasonsAround() {
        double[] known = {9, 1, 9, 1, NONE, NONE, 7, 3};
        double[] nothingSold = {9, 1, 9, 1, NONE, NONE, 7, 3};

        assertArrayEquals(new double[] {9, 1, 9, 1, 8, 2, 7, 3}, CensoredValues.estimate(known, nothingSold, 2), 1e-12);
    }

    @Test
    void atTheEndItIsThatOfTheSeasonBeforeAndWithoutOneThatOfTheDayBefore() {
        assertArrayEquals(
                new double[] {9, 1, 9, 1},
                CensoredValues.estimate(new double[] {9, 1, NONE, NONE}, new double[] {9, 1, NONE, NONE}, 2),
                1e-12);
        assertArrayEquals(
                new double[] {9, 1, 1},
                CensoredValues.estimate(new double[] {9, 1, NONE}, new double[] {9, 1, NONE}, 7),
                1e-12);
    }

    @Test
    void itIsNoLessThanWhatWasSold() {
        assertArrayEquals(
                new double[] {9, 1, 12, 1},
                CensoredValues.estimate(new double[] {9, 1, NONE, NONE}, new double[] {9, 1, 12, 0}, 2),
                1e-12);
    }

    @Test
    void whereThereNeverWasEnoughWhatWasSoldIsAllThereIs() {
        double[] sold = {5, 6};

        assertSame(sold, CensoredValues.known(sold, true, true));
        assertArrayEquals(new double[] {NONE, 6}, CensoredValues.known(sold, true, false));
    }
}
