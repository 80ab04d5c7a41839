package dev.millrace.engines.cluster;

/**
 * How clusters are looked for.
 *
 * @param kFrom fewest clusters tried
 * @param kTo most clusters tried
 * @param minimumStability stability below which clusters are not used, 0 to 1
 * @param smallestShare share of the rows that each cluster must hold
 * @param bootstraps samples that stability is measured on, at least 2
 * @param mostRows rows that are fitted at most; more are sampled
 * @param seed of every random choice
 */
public record SearchOptions(
        int kFrom, int kTo, double minimumStability, double smallestShare, int bootstraps, long mostRows, long seed) {}
