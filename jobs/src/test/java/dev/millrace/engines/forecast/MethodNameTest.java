package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.settings.ForecastSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MethodNameTest {

    private static final double[] PATTERN = {10, 40, 20, 90};

    private static double[] quarters() {
        Random random = new Random(4);
        double[] values = new double[40];
        Arrays.setAll(values, t -> PATTERN[t % 4] + random.nextGaussian());
        return values;
    }

    @Test
    void methodsAreNamedAsTablesNameThem() {
        for (MethodName name : MethodName.values()) {
            assertEquals(name.label(), name.method(7).name());
        }
    }

    @Test
    void settingsCanNameEachOfThem() {
        assertEquals(
                ForecastSettings.METHODS,
                Stream.of(MethodName.values()).map(MethodName::label).toList());
    }

    @Test
    void arimaAndMstlFollowTheSeason() {
        for (MethodName name : List.of(MethodName.ARIMA, MethodName.MSTL)) {
            double[] forecast = name.method(4).fit(quarters()).forecast(4).mean();

            assertArrayEquals(PATTERN, forecast, 3, name.label());
        }
    }

    @Test
    void mstlTakesAllSeasonsAndOtherMethodsTheFirst() {
        assertEquals(new Mstl(List.of(7, 365)), MethodName.MSTL.method(365, 7));
        assertEquals(new SeasonalNaive(365), MethodName.SEASONAL_NAIVE.method(365, 7));
    }

    @Test
    void noSeasonIsAPeriodOfOneOrNone() {
        assertEquals(new Mstl(List.of()), MethodName.MSTL.method(1));
        assertEquals(MethodName.SEASONAL_NAIVE.method(1), MethodName.SEASONAL_NAIVE.method());
    }
}
