package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.ProportionalFit.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;

/** What weekday, month and year days have, for factors of each of them. */
public final class CalendarKinds {

    private static final int WEEKDAYS = 7;
    private static final int MONTHS = 12;

    private CalendarKinds() {}

    /**
     * The cells of days in a row: weekdays from Monday, months from January, calendar years from that of the first day.
     *
     * @param days how many, at least one
     */
    public static List<Kind> of(LocalDate first, int days) {
        int years = first.plusDays(days - 1L).getYear() - first.getYear() + 1;
        return List.of(
                kind(WEEKDAYS, first, days, CalendarKinds::weekday),
                kind(MONTHS, first, days, CalendarKinds::month),
                kind(years, first, days, day -> day.getYear() - first.getYear()));
    }

    static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }

    static int month(LocalDate day) {
        return day.getMonthValue() - 1;
    }

    private static Kind kind(int size, LocalDate first, int days, ToIntFunction<LocalDate> cell) {
        int[] cells = new int[days];
        for (int t = 0; t < days; t++) {
            cells[t] = cell.applyAsInt(first.plusDays(t));
        }
        return new Kind(size, cells);
    }
}
