package dev.millrace.job;

import java.time.LocalDate;

/**
 * The run that a job is part of.
 *
 * @param runId names the run; never part of a result
 * @param from first delivery day asked for
 * @param to last delivery day asked for
 */
public record RunContext(String runId, LocalDate from, LocalDate to) {}
