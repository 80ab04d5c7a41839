package dev.millrace.engines.forecast;

/**
 * How far seasonal naive forecasts are off within a series, so that errors of different series compare: Hyndman and Koehler, "Another
 * look at measures of forecast accuracy", International Journal of Forecasting 22 (2006).
 *
 * @param absolute mean absolute error, in the series' units
 * @param squared mean squared error, in squared units
 */
public record ErrorScale(double absolute, double squared) {

    /**
     * The scales of the first values of a series. Where it has no more than a season, each value is compared with the one before; where
     * that never differs, the scales are 0.
     *
     * @param values the series
     * @param length how many of its values count
     * @param period how many periods a season has
     */
    public static ErrorScale of(double[] values, int length, int period) {
        int lag = length > period ? period : 1;
        double absolute = 0;
        double squared = 0;
        for (int t = lag; t < length; t++) {
            double change = values[t] - values[t - lag];
            absolute += Math.abs(change);
            squared += change * change;
        }
        int changes = Math.max(1, length - lag);
        return new ErrorScale(absolute / changes, squared / changes);
    }
}
