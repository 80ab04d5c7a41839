package dev.millrace.engines.inventory;

/** When and how much of one item is ordered. Source: Silver, Pyke and Thomas (2017), chapter 6. */
public sealed interface StockPolicy permits OrderUpTo, MinMax, FixedQuantity {

    /**
     * What to order at a review.
     *
     * @param position units on hand and on order, less those owed
     * @return whole units; 0 where nothing is ordered
     */
    int order(double position);

    /** At which position, or below, an order is placed. */
    int reorderPoint();

    /** The highest position that an order leads to. */
    int highest();

    /** How the textbooks write it, such as (s, S). */
    String form();
}
