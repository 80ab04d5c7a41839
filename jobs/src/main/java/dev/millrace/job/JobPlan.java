package dev.millrace.job;

import java.util.List;

/**
 * What a run would do with a job.
 *
 * @param job its name
 * @param action what would become of it
 * @param days the days that it is expected to make, as text; of a job that reads new deliveries, the days of delivery
 * @param reads what it would read
 * @param writes the tables that it would write
 * @param reason why, in a person's words
 */
public record JobPlan(String job, Action action, String days, List<Read> reads, List<String> writes, String reason) {

    public JobPlan {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** What would become of a job. */
    public enum Action {
        RUN,
        UP_TO_DATE,
        FAIL,
        SKIP
    }

    /**
     * Something that a job would read.
     *
     * @param asset the table or source
     * @param days which of its days, as text
     * @param files new files of a source
     * @param bytes size of those
     */
    public record Read(String asset, String days, int files, long bytes) {}
}
