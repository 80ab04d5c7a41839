package dev.millrace.engines.forecast;

/**
 * A value that a series' own past does not lead one to expect.
 *
 * @param at its period; the first of the series is 0
 * @param seen the value
 * @param expected what was expected of it one period before, in the series' units
 * @param deviations how many standard deviations it lies above what was expected, or below where negative
 */
public record Anomaly(int at, double seen, double expected, double deviations) {}
