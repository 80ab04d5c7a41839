package dev.millrace.engines.inventory;

/**
 * What things cost in a replay, in money.
 *
 * @param holding a unit that is on hand at a day's end
 * @param ordering an order
 * @param shortage a unit that is asked for and not there
 * @param waste a unit that spoils
 */
public record ReplayCosts(double holding, double ordering, double shortage, double waste) {

    /** Refuses negative costs, by an IllegalArgumentException. */
    public ReplayCosts {
        Quantities.requireQuantity("The cost of holding a unit", holding);
        Quantities.requireQuantity("The cost of an order", ordering);
        Quantities.requireQuantity("The cost of a shortage", shortage);
        Quantities.requireQuantity("The cost of a spoiled unit", waste);
    }
}
