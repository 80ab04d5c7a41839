package dev.millrace.engines.inventory;

/**
 * What orders share.
 *
 * @param budget money for all orders together; infinite where it is not bounded
 * @param capacity volume of all orders together; infinite where it is not bounded
 */
public record JointLimits(double budget, double capacity) {

    /** Refuses limits below 0, by an IllegalArgumentException. */
    public JointLimits {
        if (!(budget >= 0 && capacity >= 0)) {
            throw new IllegalArgumentException("A budget of " + budget + " and a capacity of " + capacity
                    + " are given; both must be numbers from 0.");
        }
    }

    /** The most packs of an item that fit, if nothing else is ordered. */
    int packsOf(JointItem item) {
        double byBudget = item.packCost() > 0 ? budget / item.packCost() : Double.POSITIVE_INFINITY;
        double byCapacity = item.packVolume() > 0 ? capacity / item.packVolume() : Double.POSITIVE_INFINITY;
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(Math.min(byBudget, byCapacity) * (1 + 1e-12)));
    }

    boolean allow(double cost, double volume) {
        return cost <= budget * (1 + 1e-12) && volume <= capacity * (1 + 1e-12);
    }
}
