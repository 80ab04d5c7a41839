package dev.millrace.engines.inventory;

/** The demand of one item as it is expected, from which that of any span follows. */
public interface ItemDemand {

    /** Expected units a period. */
    double mean();

    /**
     * Demand over so many periods.
     *
     * @param periods 0 or more
     */
    DemandDistribution over(int periods);

    /**
     * Demand from an order until its delivery and so many periods on. What stock must last for is this span with the periods until the
     * next review.
     *
     * @param periods 0 or more
     */
    DemandDistribution overLeadTimeAnd(int periods);
}
