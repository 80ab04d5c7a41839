package dev.millrace.engines.lifetime;

import java.io.Serializable;
import org.apache.commons.math3.special.Gamma;

/**
 * The gamma-gamma model of what customers spend at a purchase, which is taken to have nothing to do with how often they buy. Source:
 * Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), here FH.
 *
 * @param p shape of the distribution of one customer's purchases
 * @param q shape of the distribution of its rate over customers
 * @param gamma rate of that distribution, in money
 */
public record GammaGamma(double p, double q, double gamma) implements Serializable {

    /** The logarithm of the likelihood of a mean of {@code purchases} purchases (FH, equation 1a). */
    public double logLikelihood(double purchases, double mean) {
        double px = p * purchases;
        return Gamma.logGamma(px + q)
                - Gamma.logGamma(px)
                - Gamma.logGamma(q)
                + q * Math.log(gamma)
                + (px - 1) * Math.log(mean)
                + px * Math.log(purchases)
                - (px + q) * Math.log(gamma + purchases * mean);
    }

    /** The expected mean of a customer of whom nothing is known (FH, equation 3); infinite where q is 1 or less. */
    public double expectedValue() {
        return q > 1 ? p * gamma / (q - 1) : Double.POSITIVE_INFINITY;
    }

    /** The expected mean of a customer with so many purchases of this mean (FH, equation 5). */
    public double expectedValue(double purchases, double mean) {
        return p * (gamma + purchases * mean) / (p * purchases + q - 1);
    }
}
