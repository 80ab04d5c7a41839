package dev.millrace.engines.forecast;

/**
 * Turns noise that remembers into noise that does not, given the first value: u(t) - keeps u(t-1) = e(t) - forgets e(t-1), a model
 * that includes a random walk (keeps 1) and one that is watched with errors (forgets above 0).
 *
 * @param keeps what part of a deviation lasts into the next period, from 0 to 1
 * @param forgets what part of an error is taken back in the next period, from 0 and below 1
 */
record NoiseFilter(double keeps, double forgets) {

    /** Filters a series; its first value, of which nothing is known, becomes 0. */
    double[] apply(double... values) {
        double[] errors = new double[values.length];
        for (int t = 1; t < values.length; t++) {
            errors[t] = values[t] - keeps * values[t - 1] + forgets * errors[t - 1];
        }
        return errors;
    }

    /** The inner products of a vector with what the filter makes of a 1 in each period but the first. */
    double[] withImpulses(double... vector) {
        int length = vector.length;
        double[] products = new double[length];
        double later = 0;
        double entering = 0;
        for (int t = length - 1; t >= 0; t--) {
            later = entering;
            entering = vector[t] + forgets * later;
            products[t] = entering - keeps * later;
        }
        return products;
    }
}
