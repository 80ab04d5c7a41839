package dev.millrace.job;

import java.util.List;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param runId the run
 * @param jobs how each job ended, in the order in which they did
 * @param seconds wall time
 */
public record RunReport(String runId, List<JobResult> jobs, double seconds) {

    public RunReport {
        jobs = List.copyOf(jobs);
    }

    /** What stopped the first job that failed. */
    public Optional<Throwable> failure() {
        return jobs.stream().flatMap(job -> job.failure().stream()).findFirst();
    }

    public long rowsWritten() {
        return jobs.stream().mapToLong(JobResult::rowsWritten).sum();
    }

    public long rowsRejected() {
        return jobs.stream().mapToLong(JobResult::rowsRejected).sum();
    }
}
