package dev.millrace.job;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job of a run ended.
 *
 * @param job its name
 * @param status how it ended
 * @param days the days that it made, as text
 * @param rowsWritten rows of the days made
 * @param rowsRejected rows sent to quarantine
 * @param startedAt when it began
 * @param seconds wall time
 * @param failure what stopped it
 * @param message one line about it, or null
 */
public record JobResult(
        String job,
        Status status,
        String days,
        long rowsWritten,
        long rowsRejected,
        Instant startedAt,
        double seconds,
        Optional<Throwable> failure,
        String message) {

    /** How a job ended. */
    public enum Status {
        DONE,
        UP_TO_DATE,
        FAILED,
        SKIPPED
    }
}
