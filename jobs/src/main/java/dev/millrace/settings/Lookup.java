package dev.millrace.settings;

/**
 * Columns of another source that a mapping reads beside its own, as {@code name.column}.
 *
 * @param name what the mapping's SQL calls it
 * @param source the other source; its newest row of each key is used
 * @param key SQL over the other source's columns: what a row is found by
 * @param on SQL over the mapped source's columns: which row is looked for
 * @param required whether a row that finds nothing is quarantined
 */
public record Lookup(String name, String source, String key, String on, boolean required) {}
