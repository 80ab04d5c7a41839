package dev.millrace.cli;

import dev.millrace.job.JobResult;
import dev.millrace.job.RunListener;
import java.io.PrintWriter;

/** Tells of a run one line a job, for logs. */
final class PlainProgress implements RunListener {

    private final PrintWriter err;

    PlainProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void runStarted(String runId, int jobs) {
        err.println("Run " + runId + " began: " + jobs + " jobs.");
    }

    @Override
    public void jobEnded(JobResult result) {
        err.println(JobLine.of(result));
        err.flush();
    }
}
