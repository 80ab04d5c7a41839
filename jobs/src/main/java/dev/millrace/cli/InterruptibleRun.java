package dev.millrace.cli;

import dev.millrace.job.JobResult;
import dev.millrace.job.Phase;
import dev.millrace.job.RunListener;

/**
 * Passes on what is heard of a run until the process is told to end: jobs that fail by that are nobody's concern.
 *
 * @param interruption tells of the end, and learns that the lake is held
 * @param listener who wants to hear
 */
record InterruptibleRun(Interruption interruption, RunListener listener) implements RunListener {

    @Override
    public void runStarted(String runId, int jobs) {
        interruption.lakeIsHeld();
        listener.runStarted(runId, jobs);
    }

    @Override
    public void jobStarted(String job) {
        if (!interruption.isRequested()) {
            listener.jobStarted(job);
        }
    }

    @Override
    public void phase(String job, Phase phase) {
        if (!interruption.isRequested()) {
            listener.phase(job, phase);
        }
    }

    @Override
    public void jobEnded(JobResult result) {
        if (!interruption.isRequested()) {
            listener.jobEnded(result);
        }
    }
}
