package dev.millrace.engines.inventory;

/**
 * Computes the service of a reorder point. All policies share it: what falls short between two deliveries is what the demand until the
 * later exceeds the position by, less what had fallen short by the earlier, in the mean over positions. Source: Axsäter, "Inventory
 * Control", 3rd ed. (2015), chapter 5; Silver, Pyke and Thomas (2017), chapter 6, whose formulas for (R, S) neglect the second term.
 */
final class ServiceOf {

    private final int review;
    private final DemandDistribution perReview;
    private final DemandDistribution untilDelivery;
    private final DemandDistribution untilNextDelivery;
    /** Demand until all that is on hand or on order has been sold or is spoiled; null where nothing spoils. */
    private final DemandDistribution life;

    ServiceOf(ItemDemand demand, int review, OrderTerms terms) {
        this.review = review;
        perReview = demand.over(review);
        untilDelivery = demand.overLeadTimeAnd(0);
        untilNextDelivery = demand.overLeadTimeAnd(review);
        life = terms.perishable() ? demand.overLeadTimeAnd(terms.shelfLife()) : null;
    }

    DemandDistribution perReview() {
        return perReview;
    }

    double fillRate(InventoryPosition position, int reorderPoint) {
        return 1 - Math.min(1, shortage(position, reorderPoint) / perReview.mean());
    }

    double cycleServiceLevel(InventoryPosition position, int reorderPoint) {
        return position.replacesDemand()
                ? untilNextDelivery.atMost(reorderPoint)
                : position.meanWhenOrdering(reorderPoint, untilDelivery::atMost);
    }

    Service at(InventoryPosition position, int reorderPoint) {
        double leftover = position.mean(
                reorderPoint, y -> (untilDelivery.expectedLeftover(y) + untilNextDelivery.expectedLeftover(y)) / 2);
        return new Service(
                fillRate(position, reorderPoint),
                cycleServiceLevel(position, reorderPoint),
                position.meanWhenOrdering(reorderPoint, x -> x) - untilDelivery.mean(),
                leftover,
                shortage(position, reorderPoint) / review,
                position.ordersPerReview() / review,
                wastePerPeriod(position, reorderPoint));
    }

    private double shortage(InventoryPosition position, int reorderPoint) {
        return Math.max(
                0,
                position.mean(
                        reorderPoint, y -> untilNextDelivery.expectedShortage(y) - untilDelivery.expectedShortage(y)));
    }

    /** Over the lead time and the shelf life, what a position exceeds demand by has to spoil. */
    private double wastePerPeriod(InventoryPosition position, int reorderPoint) {
        if (life == null) {
            return 0;
        }
        double periods = life.mean() / perReview.mean() * review;
        return position.mean(reorderPoint, life::expectedLeftover) / periods;
    }
}
