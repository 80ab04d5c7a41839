package dev.millrace.engines.forecast;

/** Differences of a series, by what each value is more than the one before or the same of the season before. */
final class Differencing {

    private Differencing() {}

    /** What is left after differences of an order, as many values less as it loses. */
    static double[] of(double[] values, ArimaOrder order) {
        double[] left = values;
        for (int i = 0; i < order.seasonalDifferences(); i++) {
            left = once(left, order.period());
        }
        for (int i = 0; i < order.differences(); i++) {
            left = once(left, 1);
        }
        return left;
    }

    /** Each value less the one so many periods before. */
    static double[] once(double[] values, int lag) {
        double[] left = new double[Math.max(0, values.length - lag)];
        for (int t = 0; t < left.length; t++) {
            left[t] = values[t + lag] - values[t];
        }
        return left;
    }

    /** How a value follows from its difference: by what to multiply the value before, the one before that, and so on. */
    static double[] weights(ArimaOrder order) {
        double[] polynomial = new double[order.lost() + 1];
        polynomial[0] = 1;
        for (int i = 0; i < order.seasonalDifferences(); i++) {
            multiply(polynomial, order.period());
        }
        for (int i = 0; i < order.differences(); i++) {
            multiply(polynomial, 1);
        }
        double[] weights = new double[order.lost()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = -polynomial[i + 1];
        }
        return weights;
    }

    private static void multiply(double[] polynomial, int lag) {
        for (int i = polynomial.length - 1; i >= lag; i--) {
            polynomial[i] -= polynomial[i - lag];
        }
    }
}
