package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * The state space form of an ARMA model (Harvey, "Forecasting, Structural Time Series Models and the Kalman Filter", 1989, section
 * 3.3.3), for errors of variance 1. The first state is the value itself; each other is what is already certain of a later value.
 *
 * @param phi by what past values count, as long as there are states
 * @param loading by what the error of a period enters each state: 1 and the coefficients of past errors
 * @param withValue covariance of each state with the value of its period, before any value is known
 */
record ArmaStates(double[] phi, double[] loading, double[] withValue) {

    /**
     * The form of a model.
     *
     * @param phi by what past values count
     * @param theta by what past errors count
     * @return the form; null where the model is not stationary
     */
    static ArmaStates of(double[] phi, double[] theta) {
        int states = Math.max(phi.length, theta.length + 1);
        double[] loading = new double[states];
        loading[0] = 1;
        System.arraycopy(theta, 0, loading, 1, theta.length);
        double[] covariance = ArmaCovariance.of(phi, loading, states);
        if (covariance == null) {
            return null;
        }
        double[] impulse = impulse(phi, loading, states);
        double[] padded = Arrays.copyOf(phi, states);
        double[] withValue = new double[states];
        withValue[0] = covariance[0];
        for (int i = 1; i < states; i++) {
            double sum = 0;
            for (int j = i; j < states; j++) {
                sum += padded[j] * covariance[j + 1 - i] + loading[j] * impulse[j - i];
            }
            withValue[i] = sum;
        }
        return new ArmaStates(padded, loading, withValue);
    }

    /** What an error of 1 does to the value of its period and of those that follow. */
    private static double[] impulse(double[] phi, double[] loading, int length) {
        double[] impulse = new double[length];
        for (int k = 0; k < length; k++) {
            double sum = loading[k];
            for (int j = 1; j <= Math.min(k, phi.length); j++) {
                sum += phi[j - 1] * impulse[k - j];
            }
            impulse[k] = sum;
        }
        return impulse;
    }

    int size() {
        return phi.length;
    }

    /** The states of the next period, so far as those of this one decide them. */
    double[] next(double[] state) {
        int size = size();
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            next[i] = phi[i] * state[0] + (i + 1 < size ? state[i + 1] : 0);
        }
        return next;
    }

    /**
     * Covariance of the states before any value is known, with a row and a column of zeros at its end: each diagonal backwards, by the
     * equation P = TPT' + RR'.
     */
    double[][] covariance() {
        int size = size();
        double[][] p = new double[size + 1][size + 1];
        for (int i = 0; i < size; i++) {
            p[i][0] = withValue[i];
            p[0][i] = withValue[i];
        }
        for (int i = size - 1; i > 0; i--) {
            for (int j = i; j > 0; j--) {
                p[i][j] = moved(p, i, j);
                p[j][i] = p[i][j];
            }
        }
        return p;
    }

    /** An element of TPT' + RR', where P ends with a row and a column of zeros. */
    double moved(double[][] p, int i, int j) {
        return phi[i] * (phi[j] * p[0][0] + p[0][j + 1])
                + phi[j] * p[i + 1][0]
                + p[i + 1][j + 1]
                + loading[i] * loading[j];
    }
}
