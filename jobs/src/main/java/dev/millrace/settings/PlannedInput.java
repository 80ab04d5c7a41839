package dev.millrace.settings;

/**
 * What is known of days in advance, such as prices and promotions.
 *
 * @param name of it
 * @param table id of the table that has it by day, such as {@code silver/series_observation}
 * @param value SQL over the table's columns: a number
 * @param where SQL condition: which rows take part
 * @param missing what stands for days without a row
 */
public record PlannedInput(String name, String table, String value, String where, Missing missing) {

    /** What stands for days without a row. */
    public enum Missing {
        /** 0: no promotion is told of where there is none. */
        ZERO,
        /** The value before, as prices last; before the first one, that. */
        LAST
    }
}
