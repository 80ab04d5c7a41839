package dev.millrace.job;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The run that a job is part of.
 *
 * @param runId names the run; never part of a result
 * @param from first delivery day asked for
 * @param to last delivery day asked for
 * @param replay which rejected rows are tried again; empty for a run that takes in what is new
 */
public record RunContext(String runId, LocalDate from, LocalDate to, Optional<Replay> replay) {

    /** A run that takes in what is new. */
    public RunContext(String runId, LocalDate from, LocalDate to) {
        this(runId, from, to, Optional.empty());
    }

    /** The same run, trying rejected rows again. */
    public RunContext replaying(Replay rows) {
        return new RunContext(runId, from, to, Optional.of(rows));
    }
}
