package dev.millrace.engines.inventory;

/**
 * One item whose history is replayed.
 *
 * @param demand units asked for on each day
 * @param firstDay the day on which the policy takes over; days before it are only looked back at
 * @param openingStock units on hand on that morning
 * @param shelfLife for how many days, that of delivery included, a unit can be sold; {@link OrderTerms#LASTING} where it does not spoil
 * @param leadTimes of its orders
 * @param unmet what becomes of demand that cannot be served
 * @param costs in money
 */
public record ReplayItem(
        double[] demand,
        int firstDay,
        double openingStock,
        int shelfLife,
        LeadTimes leadTimes,
        Unmet unmet,
        ReplayCosts costs) {

    /** What becomes of demand that cannot be served, and so what is on record. */
    public enum Unmet {
        /** The sale is lost, and only what was sold is on record. */
        LOST,
        /** The sale is lost, but what was asked for is on record. */
        LOST_AND_RECORDED,
        /** It is served when a delivery arrives, and on record on the day it was asked for. */
        OWED
    }

    /** Keeps a copy of the demand; refuses negative figures and a first day outside the history, by an IllegalArgumentException. */
    public ReplayItem {
        Quantities.requireHistory("Demand", demand, "Book returns as receipts.");
        if (firstDay < 0 || firstDay >= demand.length) {
            throw new IllegalArgumentException("The replay starts on day " + firstDay + ", the history has days 0 to "
                    + (demand.length - 1) + "; start within it.");
        }
        Quantities.requireQuantity("The opening stock", openingStock);
        Quantities.requirePositive("The shelf life", shelfLife);
        demand = demand.clone();
    }
}
