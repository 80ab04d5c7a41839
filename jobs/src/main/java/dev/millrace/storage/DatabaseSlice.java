package dev.millrace.storage;

import java.time.LocalDate;

/**
 * The rows of a database between two watermarks.
 *
 * @param above the highest watermark that was taken in before; null for none
 * @param upTo the highest that is taken in now
 * @param lastDay the day of the latter, or of the run where watermarks are no moments
 * @param rows how many rows the database counts
 */
public record DatabaseSlice(Watermark above, Watermark upTo, LocalDate lastDay, long rows) {}
