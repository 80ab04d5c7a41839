package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaledErrorsTest {

    @Test
    void theScaleIsTheMeanChangeFromSeasonToSeason() {
        assertEquals(4, ScaledErrors.scale(2, 1, 2, 4, 2, 1, 12), 1e-12);
    }

    @Test
    void errorsAreInUnitsOfTheScale() {
        assertEquals(0.75, ScaledErrors.of(new double[] {3, 5}, new double[] {1, 6}, 2), 1e-12);
    }

    @Test
    void ofASeriesThatNeverChangedNothingCanBeSaid() {
        assertTrue(Double.isNaN(ScaledErrors.of(new double[] {3}, new double[] {3}, 0)));
    }
}
