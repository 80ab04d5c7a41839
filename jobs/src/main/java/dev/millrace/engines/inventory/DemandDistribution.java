package dev.millrace.engines.inventory;

/** What may be demanded over one span of time, in units; what is never demanded has probability 0. */
public interface DemandDistribution {

    /** The expected demand. */
    double mean();

    /** The standard deviation of demand. */
    double deviation();

    /** The probability that demand is no more than a quantity. */
    double atMost(double quantity);

    /**
     * The loss function: what is expected to be demanded beyond a stock, E max(D - stock, 0). Source: Axsäter, "Inventory Control",
     * 3rd ed. (2015), chapter 5.
     *
     * @param stock in units; below zero where units are owed
     */
    double expectedShortage(double stock);

    /** What is expected to be left of a stock, E max(stock - D, 0). */
    default double expectedLeftover(double stock) {
        return Math.max(0, stock - mean() + expectedShortage(stock));
    }

    /** The probability that demand reaches a quantity; for a whole quantity of discrete demand that includes the quantity. */
    double atLeast(double quantity);
}
