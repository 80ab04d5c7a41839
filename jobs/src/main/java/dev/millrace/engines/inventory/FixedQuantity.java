package dev.millrace.engines.inventory;

/**
 * (s, Q): once the reorder point is reached, a quantity is ordered, or the least multiple of it that brings the position above that
 * point.
 *
 * @param reorderPoint s, in units
 * @param quantity Q, in units
 */
public record FixedQuantity(int reorderPoint, int quantity) implements StockPolicy {

    /** Refuses a quantity that is not above 0, by an IllegalArgumentException. */
    public FixedQuantity {
        Quantities.requirePositive("The order quantity", quantity);
    }

    @Override
    public int order(double position) {
        return position <= reorderPoint ? ((int) Math.floor((reorderPoint - position) / quantity) + 1) * quantity : 0;
    }

    @Override
    public int highest() {
        return reorderPoint + quantity;
    }

    @Override
    public String form() {
        return "(s, Q)";
    }
}
