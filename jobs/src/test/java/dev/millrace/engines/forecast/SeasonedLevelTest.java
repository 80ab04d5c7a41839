package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonedLevelTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final SeasonedLevel STEADY = new SeasonedLevel(CalendarSeasons.of(FIRST, constant(366, 5)), 0.25);

    @Test
    void takesOverItsShareOfASurprise() {
        assertEquals(11, STEADY.after(10, FIRST, 14), 1e-9);
    }

    @Test
    void knowsOfEachDayOnlyWhatCameBefore() {
        double[] values = constant(30, 8);
        values[29] = 16;

        double[] levels = STEADY.levels(FIRST, values);

        assertEquals(8, levels[29], 1e-9);
        assertEquals(10, levels[30], 1e-9);
    }

    @Test
    void isNeverOffWhereNothingVaries() {
        assertArrayEquals(new double[4], STEADY.relativeErrors(FIRST, constant(60, 8), 30, 3), 1e-9);
    }

    @Test
    void countsALastingBiasAsAnError() {
        double[] values = constant(60, 10);
        Arrays.fill(values, 30, 60, 12);
        SeasonedLevel deaf = new SeasonedLevel(STEADY.seasons(), 1e-9);

        double[] errors = deaf.relativeErrors(FIRST, values, 30, 3);

        assertEquals(0, errors[0]);
        assertEquals(0.2, errors[1], 1e-6);
        assertEquals(0.2, errors[3], 1e-6);
    }

    @Test
    void refusesASmoothingThatFollowsNothing() {
        assertThrows(IllegalArgumentException.class, () -> new SeasonedLevel(STEADY.seasons(), 0));
    }

    private static double[] constant(int days, double units) {
        double[] values = new double[days];
        Arrays.fill(values, units);
        return values;
    }
}
