package dev.millrace.engines.inventory;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Normal demand, for what sells often. Its mass below zero is 2.3 % where the deviation is half the mean, and grows beyond: there
 * {@link GammaDemand} fits. Source: Silver, Pyke and Thomas, "Inventory and Production Management in Supply Chains", 4th ed. (2017),
 * appendix on the normal distribution.
 *
 * @param mean in units
 * @param deviation in units, above 0
 */
public record NormalDemand(double mean, double deviation) implements DemandDistribution {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** Refuses a mean below 0 and a deviation that is not above 0, by an IllegalArgumentException. */
    public NormalDemand {
        Quantities.requireQuantity("The mean of normal demand", mean);
        Quantities.requirePositive("The deviation of normal demand", deviation);
    }

    @Override
    public double atMost(double quantity) {
        return STANDARD.cumulativeProbability((quantity - mean) / deviation);
    }

    @Override
    public double atLeast(double quantity) {
        return STANDARD.cumulativeProbability((mean - quantity) / deviation);
    }

    @Override
    public double expectedShortage(double stock) {
        double z = (stock - mean) / deviation;
        return Math.max(0, deviation * (STANDARD.density(z) - z * STANDARD.cumulativeProbability(-z)));
    }
}
