package dev.millrace.job;

/** Hears of a run as it goes on; called from several threads. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** The run begins. */
    default void runStarted(String runId, int jobs) {}

    /** A job begins. */
    default void jobStarted(String job) {}

    /** A job, or the run where the job is null, reached a phase. */
    default void phase(String job, Phase phase) {}

    /** A job ended. */
    default void jobEnded(JobResult result) {}
}
