package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForetoldTest {

    private static final BacktestPlan PLAN = new BacktestPlan(2, 2, 2, 1);
    private static final double[] VALUES = {1, 9, 2, 8, 3, 7};

    private static Foretold right(int... lengths) {
        Map<Integer, double[]> said = new java.util.HashMap<>();
        for (int length : lengths) {
            said.put(length, length == 6 ? new double[] {4, 6} : new double[] {VALUES[length], VALUES[length + 1]});
        }
        return new Foretold("pooled", "of all", said);
    }

    @Test
    void whatWasSaidFromAnOriginIsHeldAgainstWhatCameAsOfAnyMethod() {
        ChosenForecast chosen = new ForecastProcedure(
                        List.of(new Mean(), right(2, 4, 6)), PLAN, ErrorMeasure.WAPE, true)
                .forecast(VALUES);

        assertEquals("pooled", chosen.method());
        assertEquals("of all", chosen.description());
        assertArrayEquals(new double[] {4, 6}, chosen.mean());
        assertEquals(0, chosen.choice().orElseThrow().backtest().error(ErrorMeasure.WAPE));
    }

    @Test
    void withoutAForecastFromEachOriginItIsNotChosen() {
        ChosenForecast chosen =
                new ForecastProcedure(List.of(new Mean(), right(4, 6)), PLAN, ErrorMeasure.WAPE, true).forecast(VALUES);

        assertEquals("mean", chosen.method());
    }

    @Test
    void ofALengthOfWhichNothingWasSaidItIsTooShort() {
        assertThrows(SeriesTooShortException.class, () -> right(4).fit(1, 2));
    }

    @Test
    void itsIntervalsComeFromItsErrorsAlone() {
        double[] values = new double[60];
        Map<Integer, double[]> said = new java.util.HashMap<>();
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + (t % 10);
        }
        double[] flat = new double[15];
        java.util.Arrays.fill(flat, 104.5);
        for (int length : new int[] {15, 30, 45, 60}) {
            said.put(length, flat);
        }
        ChosenForecast chosen = new ForecastProcedure(
                        List.of(new Foretold("pooled", "flat", said)),
                        new BacktestPlan(3, 15, 15, 1),
                        ErrorMeasure.WAPE,
                        true)
                .forecast(values);

        assertEquals("conformal", chosen.intervalRule());
        assertEquals(109, chosen.intervals().get(2).high()[0], 1e-9);
        assertTrue(chosen.totalDeviation()[14] > 0);
    }
}
