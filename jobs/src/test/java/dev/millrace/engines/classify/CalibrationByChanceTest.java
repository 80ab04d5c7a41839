package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationByChanceTest {

    private static double[] halves(int rows) {
        double[] probabilities = new double[rows];
        Arrays.fill(probabilities, 0.5);
        return probabilities;
    }

    @Test
    void aHundredTossesOfAFairCoinAreOffByTheMeanDeviationOfAShare() {
        CalibrationByChance chance = CalibrationByChance.of(halves(100), 7);
        assertEquals(0.5 / 10 * Math.sqrt(2 / Math.PI), chance.mean(), 0.004);
        assertTrue(chance.interval().low() < chance.mean()
                && chance.mean() < chance.interval().high());
    }

    @Test
    void aHundredTimesTheRowsAreOffByATenth() {
        assertEquals(
                CalibrationByChance.of(halves(100), 7).mean() / 10,
                CalibrationByChance.of(halves(10_000), 7).mean(),
                0.0005);
    }

    @Test
    void whatIsCertainIsNeverOff() {
        assertEquals(0, CalibrationByChance.of(new double[] {0, 1, 1}, 7).mean());
    }
}
