package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFactorsTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int STEPS = 60;

    private static double share(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return (1 + 0.1 * date.getDayOfWeek().getValue())
                * (1 + 0.05 * date.getMonthValue())
                * (1 + 0.2 * (date.getYear() - 2020));
    }

    private static PanelSeries series(String key, double level, int from, int days) {
        double[] values = new double[days];
        for (int t = 0; t < days; t++) {
            values[t] = level * share(FIRST.toEpochDay() + from + t);
        }
        return new PanelSeries(key, List.of(), FIRST.toEpochDay() + from, values);
    }

    @Test
    void aProductOfFactorsIsFoundAndGoesOn() {
        List<PanelSeries> panel = List.of(series("a", 10, 0, 1000), series("b", 70, 0, 1000));

        double[][] forecasts = new CalendarFactors(364).forecast(panel, STEPS);

        for (int h = 0; h < STEPS; h++) {
            double expected = share(FIRST.toEpochDay() + 1000 + h);
            assertEquals(10 * expected, forecasts[0][h], 0.02 * 10 * expected);
            assertEquals(70 * expected, forecasts[1][h], 0.02 * 70 * expected);
        }
    }

    @Test
    void aSeriesThatEndsEarlierIsForecastFromItsOwnEnd() {
        List<PanelSeries> panel = List.of(series("a", 50, 0, 1000), series("short", 1, 300, 600));

        double[] forecast = new CalendarFactors(364).forecast(panel, STEPS)[1];

        assertEquals(share(FIRST.toEpochDay() + 900), forecast[0], 0.05 * forecast[0]);
    }

    @Test
    void theLastYearHoldsOn() {
        int untilNewYear = (int) (LocalDate.of(2022, 12, 31).toEpochDay() - FIRST.toEpochDay()) + 1;
        List<PanelSeries> panel = List.of(series("a", 10, 0, untilNewYear));

        double[] forecast = new CalendarFactors(364).forecast(panel, 1)[0];

        assertEquals(10 * share(LocalDate.of(2023, 1, 1).toEpochDay()) / 1.6 * 1.4, forecast[0], 0.1);
    }
}
