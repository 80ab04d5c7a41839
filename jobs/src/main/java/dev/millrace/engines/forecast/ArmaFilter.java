package dev.millrace.engines.forecast;

/**
 * The Kalman filter of an ARMA model, with the whole covariance of its states: Harvey, "Forecasting, Structural Time Series Models and
 * the Kalman Filter" (1989), section 3.2. {@link ArmaLikelihood} is quicker, but does not know how sure the states are.
 *
 * @param expected each value as it is expected before it is known
 * @param variance of the error of each, while that of the model's errors is 1
 * @param state the states of the period after the series, before its value is known
 * @param covariance of these, with a row and a column of zeros at its end
 */
record ArmaFilter(double[] expected, double[] variance, double[] state, double[][] covariance) {

    /** Runs through a series whose mean is 0. */
    static ArmaFilter of(ArmaStates states, double... values) {
        int size = states.size();
        double[] expected = new double[values.length];
        double[] variance = new double[values.length];
        double[] state = new double[size];
        double[][] covariance = states.covariance();
        for (int t = 0; t < values.length; t++) {
            expected[t] = state[0];
            variance[t] = covariance[0][0];
            double weight = (values[t] - state[0]) / variance[t];
            double[][] known = new double[size + 1][size + 1];
            for (int i = 0; i < size; i++) {
                state[i] += covariance[i][0] * weight;
                for (int j = 0; j < size; j++) {
                    known[i][j] = covariance[i][j] - covariance[i][0] * covariance[j][0] / variance[t];
                }
            }
            state = states.next(state);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] = states.moved(known, i, j);
                }
            }
        }
        return new ArmaFilter(expected, variance, state, covariance);
    }
}
