package dev.millrace.evaluate;

/**
 * Errors beside those of the seasonal naive forecast: Hyndman and Koehler, "Another look at measures of forecast accuracy",
 * International Journal of Forecasting 22 (2006).
 */
final class ScaledErrors {

    private ScaledErrors() {}

    /** Mean absolute change from one season to the next: what errors are scaled by. */
    static double scale(int period, double... known) {
        double sum = 0;
        for (int t = period; t < known.length; t++) {
            sum += Math.abs(known[t] - known[t - period]);
        }
        return sum / (known.length - period);
    }

    /** Mean absolute error of a forecast in units of the scale; NaN where the scale is 0. */
    static double of(double[] actual, double[] forecast, double scale) {
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            sum += Math.abs(actual[h] - forecast[h]);
        }
        return scale == 0 ? Double.NaN : sum / actual.length / scale;
    }
}
