package dev.millrace.engines.lifetime;

/** Gauss's hypergeometric function by its series (Abramowitz and Stegun 1964, 15.1.1). */
final class Hypergeometric {

    private static final double ENOUGH = 1e-15;
    private static final int MOST_TERMS = 1_000_000;

    private Hypergeometric() {}

    /**
     * The value of 2F1(a, b; c; z).
     *
     * @param c no whole number below 1
     * @param z from 0 to below 1; the nearer to 1, the more terms it takes where a + b &gt; c
     * @throws ArithmeticException when the series does not end
     */
    static double of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < MOST_TERMS; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            if (Math.abs(term) <= ENOUGH * Math.abs(sum) && k > -c) {
                return sum;
            }
        }
        throw new ArithmeticException("2F1(" + a + ", " + b + "; " + c + "; " + z + ") does not converge.");
    }
}
