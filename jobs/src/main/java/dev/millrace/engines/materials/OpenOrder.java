package dev.millrace.engines.materials;

/**
 * An order that was placed and has not arrived: a scheduled receipt.
 *
 * @param order its number
 * @param part that it brings
 * @param quantity units, above 0
 * @param due the period in which it is to arrive; below 0 where that is over
 */
public record OpenOrder(String order, String part, double quantity, int due) {

    /** Refuses a quantity that is not above 0, by an IllegalArgumentException. */
    public OpenOrder {
        if (!(quantity > 0) || Double.isInfinite(quantity)) {
            throw new IllegalArgumentException("Order " + order + " brings " + quantity + " units of " + part
                    + "; an open order brings a number above 0. Leave out what has arrived.");
        }
    }
}
