package dev.millrace.engines.lifetime;

import java.io.Serializable;
import org.apache.commons.math3.special.Gamma;

/**
 * The BG/NBD model of how often customers buy and when they stop: purchases of an active customer come as a Poisson process
 * whose rate is gamma distributed over customers; after each purchase, a customer stops for good with a probability that is beta
 * distributed. Source: Fader, Hardie and Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model",
 * Marketing Science 24 (2005), here FHL.
 *
 * <p>A customer is told by {@code x}, the purchases after the first, {@code recency}, the time from the first to the last, and
 * {@code age}, the time from the first to the end of what was observed; times in one unit, that of {@code alpha}.
 *
 * @param r shape of the distribution of rates
 * @param alpha its rate, in units of time
 * @param a first parameter of the distribution of the probability to stop
 * @param b its second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) implements Serializable {

    /** Nearer than this to a pole that both parts of a formula have, the mean of both sides stands for it. */
    private static final double POLE = 1e-6;

    private static final double BESIDE_POLE = 1e-4;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("The parameters of BG/NBD are positive, and not r " + r + ", alpha "
                    + alpha + ", a " + a + ", b " + b + ".");
        }
    }

    /** The logarithm of the likelihood of one customer (FHL, equation 6). */
    public double logLikelihood(double x, double recency, double age) {
        double rates = Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha);
        double stops = Gamma.logGamma(a + b) + Gamma.logGamma(b + x) - Gamma.logGamma(b) - Gamma.logGamma(a + b + x);
        double active = -(r + x) * Math.log(alpha + age);
        return rates + stops + active + (x > 0 ? softPlus(logOddsOfStopped(x, recency, age)) : 0);
    }

    /**
     * The probability that a customer still buys; 1 without a repeat purchase, since the model lets customers stop only after one.
     * Source: Fader, Hardie and Lee, "Computing P(alive) Using the BG/NBD Model" (2008).
     */
    public double probabilityAlive(double x, double recency, double age) {
        return x > 0 ? 1 / (1 + Math.exp(logOddsOfStopped(x, recency, age))) : 1;
    }

    private double logOddsOfStopped(double x, double recency, double age) {
        return Math.log(a / (b + x - 1)) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + recency));
    }

    /** The expected purchases of a new customer after the first, over a time (FHL, equation 9). */
    public double expectedPurchases(double time) {
        return expectedWhileAlive(0, 0, time);
    }

    /** The expected purchases of a known customer in a time to come (FHL, equation 10). */
    public double expectedPurchases(double time, double x, double recency, double age) {
        return probabilityAlive(x, recency, age) * expectedWhileAlive(x, age, time);
    }

    /** The expected purchases in a time to come of a customer who is known to be active. */
    double expectedWhileAlive(double x, double age, double time) {
        if (Math.abs(a - 1) < POLE || Math.abs(a + b + x - 1) < POLE) {
            return (new BgNbd(r, alpha, a + BESIDE_POLE, b).atNoPole(x, age, time)
                            + new BgNbd(r, alpha, Math.max(a - BESIDE_POLE, a / 2), b).atNoPole(x, age, time))
                    / 2;
        }
        return atNoPole(x, age, time);
    }

    /**
     * FHL, equation 10, for frequent buyers after Euler's transformation of the hypergeometric function (Abramowitz and Stegun,
     * 15.3.3): its powers then cancel those beside it. Of the two forms, the one is taken whose series ends soon up to z = 1 and
     * does not overflow.
     */
    private double atNoPole(double x, double age, double time) {
        double z = time / (alpha + age + time);
        double logOfRest = Math.log(alpha + age) - Math.log(alpha + age + time);
        double c = a + b + x - 1;
        double none = a - 1 > r + x
                ? Math.exp((r + x) * logOfRest) * Hypergeometric.of(r + x, b + x, c, z)
                : Math.exp((a - 1) * logOfRest) * Hypergeometric.of(a + b - 1 - r, a - 1, c, z);
        return Math.max(0, c / (a - 1) * (1 - none));
    }

    /**
     * The least number of purchases in a time to come that a known customer stays at or below with a probability. Given that the
     * customer is active, rate and probability to stop have the distributions of a new customer with r + x, alpha + age, a and
     * b + x, for whom FHL, equation 8, gives the distribution of purchases.
     */
    public int purchaseQuantile(double probability, double time, double x, double recency, double age) {
        double alive = probabilityAlive(x, recency, age);
        return new PurchaseDistribution(new BgNbd(r + x, alpha + age, a, b + x), time).quantile(probability, alive);
    }

    /** ln(1 + e^u), for large u too. */
    static double softPlus(double u) {
        return u > 36 ? u : Math.log1p(Math.exp(u));
    }
}
