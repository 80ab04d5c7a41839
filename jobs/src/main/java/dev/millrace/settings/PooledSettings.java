package dev.millrace.settings;

/**
 * What methods that learn from all series of a forecast together take.
 *
 * @param mostValues series times days that they take at most; they lie in the driver's memory
 */
public record PooledSettings(int mostValues) {}
