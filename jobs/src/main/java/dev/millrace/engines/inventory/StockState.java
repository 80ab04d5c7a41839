package dev.millrace.engines.inventory;

/**
 * What a policy may know on the morning of a day, after deliveries and before demand.
 *
 * @param day from 0
 * @param onHand units that can be sold
 * @param onOrder units underway
 * @param owed units asked for earlier and not yet delivered
 * @param demand of the days before
 */
public record StockState(int day, double onHand, double onOrder, double owed, DemandSoFar demand) {

    /** On hand and on order, less what is owed. */
    public double position() {
        return onHand + onOrder - owed;
    }
}
