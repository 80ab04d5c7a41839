package dev.millrace.engines.inventory;

/**
 * Demand that is known.
 *
 * @param mean the demand, in units
 */
public record CertainDemand(double mean) implements DemandDistribution {

    /** Refuses what is no quantity, by an IllegalArgumentException. */
    public CertainDemand {
        Quantities.requireQuantity("Demand", mean);
    }

    @Override
    public double deviation() {
        return 0;
    }

    @Override
    public double atMost(double quantity) {
        return quantity >= mean ? 1 : 0;
    }

    @Override
    public double atLeast(double quantity) {
        return quantity <= mean ? 1 : 0;
    }

    @Override
    public double expectedShortage(double stock) {
        return Math.max(0, mean - stock);
    }
}
