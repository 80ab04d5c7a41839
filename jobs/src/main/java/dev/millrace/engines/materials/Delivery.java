package dev.millrace.engines.materials;

/**
 * A delivery that has arrived.
 *
 * @param promised days from the order to the promised day
 * @param actual days from the order to the receipt
 * @param ordered units, above 0
 * @param received units
 * @param rejected units of those received that were not good
 */
public record Delivery(double promised, double actual, double ordered, double received, double rejected) {

    /** Refuses days and units that cannot be, by an IllegalArgumentException. */
    public Delivery {
        if (!(promised >= 0 && actual >= 0) || Double.isInfinite(promised) || Double.isInfinite(actual)) {
            throw new IllegalArgumentException("A delivery was promised after " + promised + " days and came after "
                    + actual + "; both are numbers from 0. A delivery before its order belongs to another order.");
        }
        if (!(ordered > 0 && received >= 0 && rejected >= 0 && rejected <= received)
                || Double.isInfinite(ordered)
                || Double.isInfinite(received)) {
            throw new IllegalArgumentException("Of " + ordered + " units ordered " + received + " came and " + rejected
                    + " were rejected; something was ordered, and no more is rejected than came.");
        }
    }

    /** Days after the promised day; below 0 where it came before. */
    public double delay() {
        return actual - promised;
    }
}
