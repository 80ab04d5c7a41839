package dev.millrace.engines.market;

/**
 * Something that was seen in a series. What a kind has nothing to say of is NaN.
 *
 * @param kind what it is
 * @param at the period in which it begins; the first of the series is 0
 * @param before growth, decline: the sum of the window before the newest one; turning point: the trend's slope a week before it
 * @param now the sum of the newest window, the day's value of an anomaly, or the slope a week after a turning point
 * @param expected what was expected of the newest window, or of the day
 * @param low the least that now / expected may be, by its 95 % interval
 * @param high the most
 * @param jump by how much the level changed at a turning point
 * @param probability of so large a difference by chance
 * @param strength deviations of an anomaly from what was expected; twice the log-likelihood that a turning point brings beyond its cost
 */
public record MarketSignal(
        SignalKind kind,
        int at,
        double before,
        double now,
        double expected,
        double low,
        double high,
        double jump,
        double probability,
        double strength) {

    static MarketSignal emerging(double now) {
        return new MarketSignal(
                SignalKind.EMERGING, 0, 0, now, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    static MarketSignal anomaly(int at, double seen, double expected, double deviations) {
        return new MarketSignal(
                SignalKind.ANOMALY,
                at,
                Double.NaN,
                seen,
                expected,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                deviations);
    }

    static MarketSignal turn(int at, double before, double after, double jump, double evidence) {
        return new MarketSignal(
                SignalKind.TURNING_POINT,
                at,
                before,
                after,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                jump,
                Double.NaN,
                evidence);
    }
}
