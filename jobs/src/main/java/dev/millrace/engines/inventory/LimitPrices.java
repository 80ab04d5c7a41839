package dev.millrace.engines.inventory;

/**
 * What the limits of a joint order are worth.
 *
 * @param budget gain for a unit of money more
 * @param capacity gain for a unit of capacity more
 * @param bound money that no order within the limits can gain more than
 */
record LimitPrices(double budget, double capacity, double bound) {

    /** What a pack of an item would have to pay. */
    double of(JointItem item) {
        return budget * item.packCost() + capacity * item.packVolume();
    }
}
