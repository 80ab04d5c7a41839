package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarSeasonsTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2016, 7, 1);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SATURDAY_IN_AUGUST = LocalDate.of(2016, 8, 6);

    @Test
    void findsTheFactorsOfWeekdaysAndMonthsWhileYearsGrow() {
        CalendarSeasons seasons = CalendarSeasons.of(FIRST, planted());

        assertEquals(2.0, seasons.factor(SATURDAY) / seasons.factor(FRIDAY), 1e-6);
        assertEquals(1 / 1.5, seasons.factor(SATURDAY_IN_AUGUST) / seasons.factor(SATURDAY), 1e-6);
        assertEquals(1.5 / (12.5 / 12) * 1 / (8.0 / 7), seasons.factor(FRIDAY), 1e-6);
    }

    @Test
    void hasNoFactorForWhatWasNeverSeen() {
        double[] january = {3, 3, 3, 3, 3, 3, 3};

        assertEquals(1, CalendarSeasons.of(FIRST, january).factor(FRIDAY), 1e-12);
        assertEquals(1, CalendarSeasons.of(FIRST, new double[400]).factor(FRIDAY), 1e-12);
    }

    /** Twice as much on Saturdays, half as much again in July, a tenth more from year to year. */
    private static double[] planted() {
        return IntStream.range(0, 3 * 365)
                .mapToObj(FIRST::plusDays)
                .mapToDouble(day -> 20
                        * Math.pow(1.1, day.getYear() - FIRST.getYear())
                        * (day.getDayOfWeek().getValue() == 6 ? 2 : 1)
                        * (day.getMonthValue() == 7 ? 1.5 : 1))
                .toArray();
    }
}
