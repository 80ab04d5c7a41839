package dev.millrace.engines.inventory;

/**
 * What an item's orders are bound to.
 *
 * @param pack units in a pack; orders are whole packs
 * @param minimum the least units that may be ordered at once
 * @param shelfLife for how many periods after delivery a unit can be sold; {@link #LASTING} where it does not spoil
 * @param mostPosition the most units that may be on hand and on order together
 */
public record OrderTerms(int pack, int minimum, int shelfLife, int mostPosition) {

    /** The shelf life of what does not spoil. */
    public static final int LASTING = Integer.MAX_VALUE;

    /** Refuses what is not above 0, by an IllegalArgumentException; a most position may be 0. */
    public OrderTerms {
        Quantities.requirePositive("A pack", pack);
        Quantities.requirePositive("The minimum order", minimum);
        Quantities.requirePositive("The shelf life", shelfLife);
        Quantities.requireQuantity("The most units", mostPosition);
    }

    /** Any number of units that last. */
    public static OrderTerms free() {
        return new OrderTerms(1, 1, LASTING, Integer.MAX_VALUE);
    }

    /** The same terms in packs of so many units. */
    public OrderTerms inPacksOf(int units) {
        return new OrderTerms(units, minimum, shelfLife, mostPosition);
    }

    /** The same terms with a minimum order. */
    public OrderTerms atLeast(int units) {
        return new OrderTerms(pack, units, shelfLife, mostPosition);
    }

    /** The same terms with a shelf life. */
    public OrderTerms keepingFor(int periods) {
        return new OrderTerms(pack, minimum, periods, mostPosition);
    }

    /**
     * The same terms with no more bound up in the item, on hand and on order, than a budget.
     *
     * @param budget in money
     * @param unitCost money a unit, above 0
     */
    public OrderTerms within(double budget, double unitCost) {
        Quantities.requireQuantity("The budget", budget);
        Quantities.requirePositive("The cost of a unit", unitCost);
        return new OrderTerms(pack, minimum, shelfLife, (int) Math.min(Integer.MAX_VALUE, budget / unitCost));
    }

    boolean perishable() {
        return shelfLife != LASTING;
    }

    /** The least whole packs that hold a quantity and the minimum. */
    int packed(int quantity) {
        return Math.toIntExact((Math.max(quantity, minimum) + pack - 1L) / pack * pack);
    }
}
