package dev.millrace.engines.forecast;

/**
 * What season a series has and how it is taken out and put back: what the theta method does before and after.
 *
 * @param relative whether indices are factors; else they add
 * @param indices one a phase, the first that of the first value; empty where there is no season
 */
record Seasonality(boolean relative, double[] indices) {

    private static final int SHORTEST_PERIOD = 4;
    /** What chance alone exceeds in 5 % of cases, and falls below in as many. */
    private static final double CRITICAL = 1.6448536269514722;

    private static final double LEAST_FACTOR = 0.01;

    /**
     * Finds the season, where the autocorrelation at its length is significant: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler,
     * "Models for optimising the theta method and their relationship to state space models", International Journal of Forecasting 32
     * (2016). It multiplies where all values are positive and no factor is near 0, and adds elsewhere. Seasons below 4
     * periods are not looked for, as in statsforecast.
     */
    static Seasonality of(double[] values, int period) {
        if (period < SHORTEST_PERIOD || values.length < 2 * period || !significant(values, period)) {
            return new Seasonality(false, new double[0]);
        }
        for (double value : values) {
            if (value <= 0) {
                return new Seasonality(false, ClassicalDecomposition.additive(values, period));
            }
        }
        double[] factors = ClassicalDecomposition.multiplicative(values, period);
        for (double factor : factors) {
            if (factor < LEAST_FACTOR) {
                return new Seasonality(false, ClassicalDecomposition.additive(values, period));
            }
        }
        return new Seasonality(true, factors);
    }

    /** Bartlett's test: the autocorrelations before bound how far this one strays by chance. */
    private static boolean significant(double[] values, int period) {
        int length = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / length;
        }
        double[] centred = new double[length];
        double variance = 0;
        for (int t = 0; t < length; t++) {
            centred[t] = values[t] - mean;
            variance += centred[t] * centred[t];
        }
        double squares = 0;
        double correlation = 0;
        for (int lag = 1; lag <= period; lag++) {
            double sum = 0;
            for (int t = lag; t < length; t++) {
                sum += centred[t] * centred[t - lag];
            }
            correlation = sum / variance;
            squares += lag < period ? correlation * correlation : 0;
        }
        return Math.abs(correlation) > CRITICAL * Math.sqrt((1 + 2 * squares) / length);
    }

    boolean present() {
        return indices.length > 0;
    }

    /** A value without its season, the first value being that of period 0. */
    double without(double value, int t) {
        if (!present()) {
            return value;
        }
        double index = indices[t % indices.length];
        return relative ? value / index : value - index;
    }

    /** A value with its season. */
    double with(double value, int t) {
        if (!present()) {
            return value;
        }
        double index = indices[t % indices.length];
        return relative ? value * index : value + index;
    }

    /** What a deviation becomes with the season. */
    double spread(double deviation, int t) {
        return relative && present() ? deviation * indices[t % indices.length] : deviation;
    }
}
