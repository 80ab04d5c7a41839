package dev.millrace.engines.forecast;

/**
 * The estimates of an exponential smoothing model, named as by Hyndman, Koehler, Ord and Snyder (2008).
 *
 * @param alpha how much of an error the level takes over
 * @param beta how much of it the slope takes over; 0 without a trend
 * @param gamma how much of it the season takes over; 0 without a season
 * @param phi what part of the slope each period keeps; 1 where it is not damped
 * @param level level before the first period, in the series' units
 * @param slope slope before the first period, in the series' units a period; 0 without a trend
 * @param season season of the first period and those that follow it, one value a period of the cycle: what it adds in the series'
 *     units, or the factor of a multiplicative season; empty without a season
 */
public record EtsParameters(
        double alpha, double beta, double gamma, double phi, double level, double slope, double[] season) {}
