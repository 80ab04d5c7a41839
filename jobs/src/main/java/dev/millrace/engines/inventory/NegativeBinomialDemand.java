package dev.millrace.engines.inventory;

import org.apache.commons.math3.special.Beta;

/**
 * Negative binomial demand, in whole units: for what sells seldom and then several at a time, or at a rate that changes. Source: Axsäter,
 * "Inventory Control", 3rd ed. (2015), chapter 5.
 *
 * @param mean in units, above 0
 * @param deviation in units; its square is above the mean
 */
public record NegativeBinomialDemand(double mean, double deviation) implements DemandDistribution {

    /** Refuses a mean that is not above 0 and a variance that is not above the mean, by an IllegalArgumentException. */
    public NegativeBinomialDemand {
        Quantities.requirePositive("The mean of negative binomial demand", mean);
        if (!(deviation * deviation > mean) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("Negative binomial demand with a mean of " + mean
                    + " needs a variance above it, not " + deviation * deviation + "; take Poisson demand.");
        }
    }

    @Override
    public double atMost(double quantity) {
        return quantity < 0 ? 0 : Beta.regularizedBeta(success(), size(), Math.floor(quantity) + 1);
    }

    @Override
    public double atLeast(double quantity) {
        return tail(size(), Math.ceil(quantity));
    }

    /** What is demanded where demand exceeds the stock has, but for one unit, the same distribution with a size larger by one. */
    @Override
    public double expectedShortage(double stock) {
        if (stock <= 0) {
            return mean - stock;
        }
        double beyond = Math.floor(stock) + 1;
        return Math.max(0, mean * tail(size() + 1, beyond - 1) - stock * tail(size(), beyond));
    }

    private double tail(double size, double from) {
        return from <= 0 ? 1 : Beta.regularizedBeta(1 - success(), from, size);
    }

    private double success() {
        return mean / (deviation * deviation);
    }

    private double size() {
        return mean * mean / (deviation * deviation - mean);
    }
}
