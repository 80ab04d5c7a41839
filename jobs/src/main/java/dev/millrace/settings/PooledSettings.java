package dev.millrace.settings;

import java.util.List;

/**
 * What methods that learn from all series of a forecast together take.
 *
 * @param mostValues series times days that they take at most; they lie in the driver's memory
 * @param attributes what groups series, beside the columns that tell them apart
 * @param calendar holidays
 * @param inputs what is known of days in advance
 */
public record PooledSettings(
        int mostValues, List<AttributeColumn> attributes, HolidayCalendar calendar, List<PlannedInput> inputs) {

    public PooledSettings {
        attributes = List.copyOf(attributes);
        inputs = List.copyOf(inputs);
    }
}
