package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Christmas falls on another weekday each year; the day before it sells three times what it would, the day itself nothing. */
    private static PanelSeries withChristmas(int days) {
        double[] values = series("a", 10, 0, days).values();
        for (int t = 0; t < days; t++) {
            LocalDate day = FIRST.plusDays(t);
            values[t] *=
                    day.getMonthValue() != 12 ? 1 : day.getDayOfMonth() == 24 ? 3 : day.getDayOfMonth() == 25 ? 0 : 1;
        }
        return new PanelSeries("a", List.of(), FIRST.toEpochDay(), values);
    }

    private static Holidays christmas() {
        Map<LocalDate, String> days = new HashMap<>();
        for (int year = 2020; year <= 2022; year++) {
            days.put(LocalDate.of(year, 12, 24), "eve");
            days.put(LocalDate.of(year, 12, 25), "christmas");
        }
        return Holidays.of(days);
    }

    @Test
    void whatAHolidayMakesOfADayIsLearnedFromThoseOfEarlierYears() {
        int before = (int) (LocalDate.of(2022, 12, 1).toEpochDay() - FIRST.toEpochDay());
        List<PanelSeries> panel = List.of(withChristmas(before));
        double eve = share(LocalDate.of(2022, 12, 24).toEpochDay());

        double[] with = new CalendarFactors(364, christmas()).forecast(panel, 31)[0];
        double[] without = new CalendarFactors(364).forecast(panel, 31)[0];

        assertEquals(30 * eve, with[23], 0.05 * 30 * eve);
        assertEquals(0, with[24], 1e-9);
        assertTrue(without[23] < 0.5 * with[23] && without[24] > 8, "no factor of weekday or month says so");
    }

    @Test
    void aHolidayThatWasNeverSeenIsADayLikeOthers() {
        List<PanelSeries> panel = List.of(series("a", 10, 0, 1000));
        Map<LocalDate, String> days = Map.of(FIRST.plusDays(500), "old", FIRST.plusDays(1003), "new");

        double[] with = new CalendarFactors(364, Holidays.of(days)).forecast(panel, 5)[0];

        assertEquals(new CalendarFactors(364).forecast(panel, 5)[0][3], with[3], 0.02 * with[3]);
    }
}
