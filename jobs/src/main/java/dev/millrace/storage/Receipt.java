package dev.millrace.storage;

import dev.millrace.table.DaySet;

/**
 * What a write did.
 *
 * @param version the table's version after it
 * @param rows how many rows it wrote for the days made
 * @param days the days that it touched
 */
public record Receipt(long version, long rows, DaySet days) {}
