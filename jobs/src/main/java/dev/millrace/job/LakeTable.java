package dev.millrace.job;

/**
 * A table that lies in a lake.
 *
 * @param id layer and name, such as {@code gold/kpi_day}
 * @param version its newest version
 * @param rows how many rows that version has
 */
public record LakeTable(String id, long version, long rows) {}
