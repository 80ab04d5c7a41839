package dev.millrace.engines.forecast;

/**
 * Where the trend of a series changed.
 *
 * @param kind what changed
 * @param at the first period at the new level, or the last of the old direction; the first period of the series is 0
 * @param jump by how much the level changed, in the series' units; 0 where only the direction did
 * @param slopeBefore by how much the trend grew a period before, in the series' units
 * @param slopeAfter by how much it grows a period since
 * @param evidence by how much twice the log-likelihood rises thanks to this point, beyond what a point costs; above 0
 */
public record TurningPoint(Kind kind, int at, double jump, double slopeBefore, double slopeAfter, double evidence) {

    /** What changed. */
    public enum Kind {
        /** The level jumped. */
        LEVEL,
        /** The trend took another slope. */
        DIRECTION
    }
}
