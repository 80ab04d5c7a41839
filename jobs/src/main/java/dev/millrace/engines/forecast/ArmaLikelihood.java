package dev.millrace.engines.forecast;

/**
 * The exact Gaussian likelihood of a series under an ARMA model, by the Kalman filter. Since the model does not change over time, the
 * filter's covariances change by a matrix of rank one each period, and following that one takes as many operations as there are
 * states, not their square: Morf, Sidhu and Kailath, "Some new algorithms for recursive estimation in constant, linear, discrete-time
 * systems", IEEE Transactions on Automatic Control 19 (1974); Pearlman, "An algorithm for the exact likelihood of a high-order
 * autoregressive-moving average process", Biometrika 67 (1980). Variance and mean are those of the greatest likelihood, given the
 * coefficients.
 */
final class ArmaLikelihood {

    /** What may be left of the change of a variance, as a part of it, when the filter counts as settled. */
    private static final double SETTLED = 1e-15;

    private final double[] values;
    private final boolean withMean;
    private double mean;
    private double squares;
    private double logs;

    /**
     * Of a series.
     *
     * @param withMean whether it has a mean; else that is 0
     */
    ArmaLikelihood(double[] values, boolean withMean) {
        this.values = values;
        this.withMean = withMean;
    }

    /** Runs through the series. */
    void run(ArmaStates states) {
        int size = states.size();
        double[] phi = states.phi();
        double[] gain = states.next(states.withValue());
        double[] change = gain.clone();
        double[] state = new double[size + 1];
        double[] ofMean = new double[size + 1];
        double variance = states.withValue()[0];
        double scale = -1 / variance;
        boolean settled = false;
        double product = 1;
        double both = 0;
        double ofMeans = 0;
        squares = 0;
        logs = 0;
        for (double value : values) {
            double error = value - state[0];
            double errorOfMean = withMean ? 1 - ofMean[0] : 0;
            double weight = 1 / variance;
            squares += error * error * weight;
            both += error * errorOfMean * weight;
            ofMeans += errorOfMean * errorOfMean * weight;
            product *= variance;
            if (!(product < 1e100 && product > 1e-100)) {
                logs += Math.log(product);
                product = 1;
            }
            step(state, phi, gain, error * weight);
            if (withMean) {
                step(ofMean, phi, gain, errorOfMean * weight);
            }
            if (!settled) {
                double first = change[0];
                double next = variance + first * first * scale;
                double largest = turn(gain, change, phi, first * scale, first / next);
                scale += scale * scale * first * first * weight;
                variance = next;
                settled = largest * largest * Math.abs(scale) < SETTLED * variance;
            }
        }
        logs += Math.log(product);
        mean = withMean ? both / ofMeans : 0;
        squares -= mean * both;
    }

    private static void step(double[] state, double[] phi, double[] gain, double error) {
        double first = state[0];
        for (int i = 0; i < phi.length; i++) {
            state[i] = phi[i] * first + state[i + 1] + gain[i] * error;
        }
    }

    /** Takes the gain and the direction of its change on by a period; returns the largest part of the direction. */
    private static double turn(double[] gain, double[] change, double[] phi, double toGain, double fromGain) {
        double first = change[0];
        double largest = 0;
        int size = phi.length;
        for (int i = 0; i < size; i++) {
            double moved = phi[i] * first + (i + 1 < size ? change[i + 1] : 0);
            gain[i] += toGain * moved;
            change[i] = moved - gain[i] * fromGain;
            largest = Math.max(largest, Math.abs(change[i]));
        }
        return largest;
    }

    /** The mean of the greatest likelihood; 0 without one. */
    double mean() {
        return mean;
    }

    /** The sum of squared errors of one step, each in units of its variance while that of the model's errors is 1. */
    double squares() {
        return squares;
    }

    /** The sum of the logarithms of those variances. */
    double logs() {
        return logs;
    }
}
