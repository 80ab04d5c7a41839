package dev.millrace.settings;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holidays that a forecast goes by.
 *
 * @param name none, one of the configuration's calendars, or the code of a country or of a part of it
 * @param own the days of the configuration's calendar, by day; empty where it is none of them
 */
public record HolidayCalendar(String name, Map<LocalDate, String> own) {

    /** The name of no calendar. */
    public static final String NONE = "none";

    public HolidayCalendar {
        own = new TreeMap<>(own);
    }

    /** The names of the holidays between two days, both included, by day. */
    public Map<LocalDate, String> between(LocalDate first, LocalDate last) {
        Map<LocalDate, String> all = own.isEmpty() && !name.equals(NONE)
                ? CountryCalendars.holidays(name, first.getYear(), last.getYear())
                : own;
        return new TreeMap<>(all).subMap(first, true, last, true);
    }
}
