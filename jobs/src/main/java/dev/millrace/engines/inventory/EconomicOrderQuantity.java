package dev.millrace.engines.inventory;

/** The quantity whose costs of ordering and holding are least. Source: Harris (1913); Silver, Pyke and Thomas (2017), chapter 4. */
public final class EconomicOrderQuantity {

    private EconomicOrderQuantity() {}

    /**
     * The quantity in whole units, at least one and no more than what is expected to be sold before it spoils.
     *
     * @param demand units a period
     * @param orderCost money an order
     * @param holdingCost money a unit and period, above 0
     * @throws IllegalArgumentException where demand or a cost is negative, or holding costs nothing
     */
    public static int units(double demand, double orderCost, double holdingCost, OrderTerms terms) {
        Quantities.requireQuantity("Demand", demand);
        Quantities.requireQuantity("The cost of an order", orderCost);
        Quantities.requirePositive("The cost of holding a unit", holdingCost);
        double best = Math.sqrt(2 * demand * orderCost / holdingCost);
        return (int) Math.max(1, Math.min(Math.rint(best), Math.floor(demand * terms.shelfLife())));
    }
}
