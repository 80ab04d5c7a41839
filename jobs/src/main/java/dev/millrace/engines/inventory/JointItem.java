package dev.millrace.engines.inventory;

/**
 * One of the items that are ordered together.
 *
 * @param demand until the delivery of the next order but this one, in units
 * @param position units on hand and on order, less those owed
 * @param pack units in a pack
 * @param minimumPacks the least packs that may be ordered, if any are
 * @param unitCost money a unit; 0 where it does not draw on the budget
 * @param unitVolume capacity a unit takes, such as cubic metres; 0 where it takes none
 * @param shortageCost money lost by a unit that is asked for and not there
 * @param holdingCost money a unit costs that is left at the end of the span
 */
public record JointItem(
        DemandDistribution demand,
        double position,
        int pack,
        int minimumPacks,
        double unitCost,
        double unitVolume,
        double shortageCost,
        double holdingCost) {

    /** Refuses packs and minima below 1 and negative costs and volumes, by an IllegalArgumentException. */
    public JointItem {
        if (!Double.isFinite(position)) {
            throw new IllegalArgumentException("The position is " + position + "; it must be a number.");
        }
        Quantities.requirePositive("A pack", pack);
        Quantities.requirePositive("The minimum of packs", minimumPacks);
        Quantities.requireQuantity("The cost of a unit", unitCost);
        Quantities.requireQuantity("The volume of a unit", unitVolume);
        Quantities.requireQuantity("The cost of a shortage", shortageCost);
        Quantities.requireQuantity("The cost of holding a unit", holdingCost);
    }

    /** What so many packs are expected to save: the cost of shortages avoided, less that of holding what is left, in money. */
    public double gain(int packs) {
        double stock = position + (double) packs * pack;
        double avoided = demand.expectedShortage(position) - demand.expectedShortage(stock);
        double left = demand.expectedLeftover(stock) - demand.expectedLeftover(position);
        return shortageCost * avoided - holdingCost * left;
    }

    double packCost() {
        return unitCost * pack;
    }

    double packVolume() {
        return unitVolume * pack;
    }
}
