package dev.millrace.engines.lifetime;

import java.io.Serializable;

/**
 * How far ahead one looks, and what later money is worth.
 *
 * @param days how many days
 * @param discountRate what a year takes off: money in a year is worth 1 / (1 + rate) of money now
 */
public record Horizon(int days, double discountRate) implements Serializable {

    private static final double DAYS_A_YEAR = 365;

    /** Abscissas and weights of Gauss and Legendre's rule of five points over 0 to 1 (Abramowitz and Stegun, 25.4.30). */
    private static final double[] POINTS = {
        0.046910077030668, 0.230765344947158, 0.5, 0.769234655052842, 0.953089922969332
    };

    private static final double[] WEIGHTS = {
        0.118463442528095, 0.239314335249683, 0.284444444444444, 0.239314335249683, 0.118463442528095
    };

    /** Expected purchases by a day, such as those of one customer. */
    public interface PurchasesBy {
        /** Those from now to the end of a day. */
        double day(double day);
    }

    /**
     * Purchases, each times what its money is worth now: the integral of e^(-dt) over the expected purchases E(t), which by parts is
     * e^(-dh) E(h) + d times that of e^(-dt) E(t) dt, and smooth enough for five points.
     */
    public double discounted(PurchasesBy expected) {
        double rate = Math.log1p(discountRate) / DAYS_A_YEAR;
        double sum = 0;
        if (rate > 0) {
            for (int i = 0; i < POINTS.length; i++) {
                double day = POINTS[i] * days;
                sum += WEIGHTS[i] * days * Math.exp(-rate * day) * expected.day(day);
            }
        }
        return Math.exp(-rate * days) * expected.day(days) + rate * sum;
    }
}
