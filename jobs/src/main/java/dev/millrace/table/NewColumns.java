package dev.millrace.table;

/** What is done about a column that files bring and the source does not declare. */
public enum NewColumns {
    /** Kept in {@code _extra} and told of. */
    FLAG,
    /** Kept in {@code _extra}. */
    KEEP,
    /** The files' rows are quarantined. */
    QUARANTINE
}
