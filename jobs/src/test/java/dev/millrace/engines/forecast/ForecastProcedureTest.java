package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastProcedureTest {

    private static final BacktestPlan PLAN = new BacktestPlan(4, 7, 7, 7);

    private static ChosenForecast forecast(boolean demand, double... values) {
        List<SeriesMethod> methods = MethodName.methods(
                List.of(MethodName.MEAN, MethodName.SEASONAL_NAIVE, MethodName.THETA, MethodName.TSB), 7);
        return new ForecastProcedure(methods, PLAN, ErrorMeasure.MASE, demand).forecast(values);
    }

    @Test
    void aUsualSeriesNeedsNoFallback() {
        ChosenForecast forecast = forecast(true, SeriesOf.noisy(140, 1, t -> 50 + 9 * SeriesOf.week(t)));

        assertEquals(Fallback.NONE, forecast.fallback());
        assertArrayEquals(SeriesOf.values(7, h -> 50 + 9 * SeriesOf.week(h)), forecast.mean(), 2.5);
        assertTrue(forecast.choice().isPresent() && forecast.coverage().isPresent());
    }

    @Test
    void widerIntervalsHoldNarrowerOnes() {
        ChosenForecast forecast = forecast(true, SeriesOf.noisy(140, 3, t -> 50 + 9 * SeriesOf.week(t)));

        for (int h = 0; h < 7; h++) {
            for (int i = 1; i < 3; i++) {
                PredictionInterval wide = forecast.intervals().get(i);
                PredictionInterval narrow = forecast.intervals().get(i - 1);
                assertTrue(wide.low()[h] < narrow.low()[h] && wide.high()[h] > narrow.high()[h]);
            }
        }
    }

    @Test
    void aSingleValueIsRepeatedAndNothingSaidOfErrors() {
        ChosenForecast forecast = forecast(true, 4);

        assertEquals(Fallback.ONE_VALUE, forecast.fallback());
        assertEquals(4, forecast.mean()[6]);
        assertTrue(Double.isNaN(forecast.intervals().get(0).low()[0]));
    }

    @Test
    void zerosStayZeros() {
        ChosenForecast forecast = forecast(true, new double[50]);

        assertEquals(Fallback.ALL_ZERO, forecast.fallback());
        assertArrayEquals(new double[7], forecast.mean());
        assertEquals(0, forecast.intervals().get(2).high()[6]);
    }

    @Test
    void aSeriesShorterThanTheHorizonIsForecastByItsMean() {
        ChosenForecast forecast = forecast(true, 2, 4, 6);

        assertEquals(Fallback.SHORTER_THAN_HORIZON, forecast.fallback());
        assertEquals("mean", forecast.method());
        assertEquals(4, forecast.mean()[0]);
    }

    @Test
    void demandBelowZeroIsTakenAsNone() {
        double[] withReturns = SeriesOf.values(60, t -> t % 5 == 0 ? -3 : 2);
        ChosenForecast forecast = forecast(true, withReturns);

        assertEquals(Fallback.NEGATIVE_VALUES, forecast.fallback());
        assertTrue(Arrays.stream(forecast.mean()).allMatch(value -> value >= 0));
        assertTrue(Arrays.stream(forecast.intervals().get(2).low()).allMatch(value -> value >= 0));
        assertEquals(Fallback.NONE, forecast(false, withReturns).fallback());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> forecast(true, 1, Double.NaN, 3));
        assertThrows(IllegalArgumentException.class, () -> forecast(true));
    }
}
