package dev.millrace.job;

/** The moments of a run between which a kill leaves something different behind. */
public enum Phase {
    /** The run holds the lake. */
    LEASED,
    /** A job has its plan; nothing is written. */
    BUILT,
    /** A job's rows lie in data files that no version of the table names. */
    STAGED,
    /** A job's rejected rows are in quarantine; its table does not know. */
    QUARANTINED,
    /** A job's table has its new version; nothing else knows. */
    COMMITTED,
    /** All jobs ended; their records are not yet written. */
    JOBS_ENDED,
    /** Files, runs and quality results are recorded; nothing is published. */
    RECORDED,
    /** The versions that belong together are published. */
    PUBLISHED
}
