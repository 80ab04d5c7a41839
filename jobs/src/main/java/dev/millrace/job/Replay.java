package dev.millrace.job;

import java.util.Optional;

/**
 * Which rejected rows a run tries again.
 *
 * @param source only those that this source delivered
 * @param rule only those that broke this rule
 */
public record Replay(Optional<String> source, Optional<String> rule) {}
