package dev.millrace.engines.forecast;

/**
 * Simple exponential smoothing that starts at the first value, as methods for intermittent demand use it (Croston 1972).
 *
 * @param alpha how much of an error the level takes over
 * @param fitted the level before each value; the first is that value itself
 * @param next the level after the last value
 */
record SimpleSmoothing(double alpha, double[] fitted, double next) {

    /** Between which alphas the best is looked for: as in statsforecast, since demands are few and noisy. */
    private static final double[] ALPHAS = {0.1, 0.15, 0.2, 0.25, 0.3};

    private static final double TOLERANCE = 1e-6;

    /** Smooths at least one value. */
    static SimpleSmoothing of(double[] values, double alpha) {
        double[] fitted = new double[values.length];
        double level = values[0];
        for (int i = 0; i < values.length; i++) {
            fitted[i] = level;
            level += alpha * (values[i] - level);
        }
        return new SimpleSmoothing(alpha, fitted, level);
    }

    /** Smooths at least one value by that alpha from 0.1 to 0.3 whose squared errors are least. */
    static SimpleSmoothing best(double[] values) {
        return of(values, GridMinimum.of(alpha -> squares(values, alpha), TOLERANCE, ALPHAS));
    }

    private static double squares(double[] values, double alpha) {
        double level = values[0];
        double sum = 0;
        for (double value : values) {
            double error = value - level;
            sum += error * error;
            level += alpha * error;
        }
        return sum;
    }
}
