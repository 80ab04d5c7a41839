package dev.millrace.table;

/** What is done about a declared column that files lack. */
public enum MissingColumns {
    /** The files' rows are quarantined. */
    QUARANTINE,
    /** It has no value in these rows, and the lack is told of. */
    FLAG
}
