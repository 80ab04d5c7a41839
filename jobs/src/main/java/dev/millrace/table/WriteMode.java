package dev.millrace.table;

/** How a table takes a job's rows; each way gives the same table when it is done twice. */
public enum WriteMode {
    /** Delivered files are appended, each once. */
    APPEND_ONCE_PER_FILE,
    /** The rows of the days made are replaced as a whole. */
    REPLACE_DAYS,
    /** Rows are inserted, or updated where the key is known and a value differs. */
    MERGE_ON_KEY,
    /** All rows of the keys that the job names are replaced; those that stay the same are not written again. */
    REPLACE_KEYS,
    /** Each run appends rows about itself. */
    APPEND_ONCE_PER_RUN
}
