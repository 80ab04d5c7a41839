package dev.millrace.engines.inventory;

import org.apache.commons.math3.special.Gamma;

/**
 * Poisson demand, in whole units: for what sells seldom, one unit at a time. Its variance is its mean. Source: Axsäter, "Inventory
 * Control", 3rd ed. (2015), chapter 5.
 *
 * @param mean in units, above 0
 */
public record PoissonDemand(double mean) implements DemandDistribution {

    /** Refuses a mean that is not above 0, by an IllegalArgumentException. */
    public PoissonDemand {
        Quantities.requirePositive("The mean of Poisson demand", mean);
    }

    @Override
    public double deviation() {
        return Math.sqrt(mean);
    }

    @Override
    public double atMost(double quantity) {
        return quantity < 0 ? 0 : Gamma.regularizedGammaQ(Math.floor(quantity) + 1, mean);
    }

    @Override
    public double atLeast(double quantity) {
        return quantity <= 0 ? 1 : Gamma.regularizedGammaP(Math.ceil(quantity), mean);
    }

    @Override
    public double expectedShortage(double stock) {
        if (stock <= 0) {
            return mean - stock;
        }
        double beyond = Math.floor(stock) + 1;
        return Math.max(0, mean * atLeast(beyond - 1) - stock * atLeast(beyond));
    }
}
