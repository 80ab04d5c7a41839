package dev.millrace.engines.inventory;

import org.apache.commons.math3.special.Gamma;

/**
 * Gamma demand, for what varies by more than half its mean: it is never negative and has a long tail. Source: Burgin, "The gamma
 * distribution and inventory control", Operational Research Quarterly 26 (1975).
 *
 * @param mean in units, above 0
 * @param deviation in units, above 0
 */
public record GammaDemand(double mean, double deviation) implements DemandDistribution {

    /** Refuses a mean or a deviation that is not above 0, by an IllegalArgumentException. */
    public GammaDemand {
        Quantities.requirePositive("The mean of gamma demand", mean);
        Quantities.requirePositive("The deviation of gamma demand", deviation);
    }

    @Override
    public double atMost(double quantity) {
        return quantity <= 0 ? 0 : Gamma.regularizedGammaP(shape(), quantity / scale());
    }

    @Override
    public double atLeast(double quantity) {
        return quantity <= 0 ? 1 : Gamma.regularizedGammaQ(shape(), quantity / scale());
    }

    /** What is demanded where demand exceeds the stock is itself gamma, with a shape larger by one. */
    @Override
    public double expectedShortage(double stock) {
        if (stock <= 0) {
            return mean - stock;
        }
        double beyond = mean * Gamma.regularizedGammaQ(shape() + 1, stock / scale());
        return Math.max(0, beyond - stock * atLeast(stock));
    }

    private double shape() {
        return mean * mean / (deviation * deviation);
    }

    private double scale() {
        return deviation * deviation / mean;
    }
}
