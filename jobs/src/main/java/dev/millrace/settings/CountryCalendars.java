package dev.millrace.settings;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The public holidays of countries and their parts, as Jollyday keeps them: {@code DE}, or {@code DE-BY} for one of its states. */
final class CountryCalendars {

    private static final char OF_A_PART = '-';

    private CountryCalendars() {}

    /** The codes of countries, and of the parts of one of them. */
    static List<String> codes(String of) {
        List<String> codes = new ArrayList<>();
        for (String country : HolidayManager.getSupportedCalendarCodes()) {
            codes.add(upper(country));
            if (of.startsWith(upper(country) + OF_A_PART)) {
                manager(country).getCalendarHierarchy().getChildren().keySet().stream()
                        .map(part -> upper(country) + OF_A_PART + upper(part))
                        .forEach(codes::add);
            }
        }
        return codes.stream().sorted().toList();
    }

    /**
     * The holidays of some years, by day. Where two fall on one day, it bears the name that comes first.
     *
     * @param code one of {@link #codes}
     */
    static Map<LocalDate, String> holidays(String code, int firstYear, int lastYear) {
        String[] parts = code.toLowerCase(Locale.ROOT).split("-", 2);
        HolidayManager manager = manager(parts[0]);
        Map<LocalDate, String> holidays = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (Holiday holiday : parts.length == 1
                    ? manager.getHolidays(Year.of(year))
                    : manager.getHolidays(Year.of(year), parts[1])) {
                holidays.merge(
                        holiday.getDate(),
                        holiday.getPropertiesKey(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return holidays;
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
