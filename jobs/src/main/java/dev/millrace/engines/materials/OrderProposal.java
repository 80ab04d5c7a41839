package dev.millrace.engines.materials;

/**
 * An order that ought to be placed.
 *
 * @param part to order or to make
 * @param made whether it is made from components; else it is bought
 * @param quantity units
 * @param orderBy the period in which to order; below 0 where that is over
 * @param due the period in which it is needed
 */
public record OrderProposal(String part, boolean made, double quantity, int orderBy, int due) {

    /** By how many periods it comes too late if it is ordered in period 0; 0 where it comes in time. */
    public int late() {
        return Math.max(0, -orderBy);
    }
}
