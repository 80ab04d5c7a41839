package dev.millrace.table;

/** What is done about a file that was changed after it was taken in. */
public enum ChangedFiles {
    /** Nothing is taken in until it is put back, or the correction is delivered as a new file. */
    REFUSE,
    /** Its rows take the place of those that it had. */
    REPLACE
}
