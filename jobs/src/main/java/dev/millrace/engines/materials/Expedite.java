package dev.millrace.engines.materials;

/**
 * Something that comes too late unless somebody hurries it.
 *
 * @param reason why
 * @param part that is missing
 * @param order number of the open order; empty where it is a proposal
 * @param quantity units
 * @param needed the period in which it is needed
 * @param expected the period in which it comes as things stand; of an overdue order, that in which it was due
 * @param late by how many periods
 */
public record Expedite(Reason reason, String part, String order, double quantity, int needed, int expected, int late) {

    /** Why something is too late. */
    public enum Reason {
        /** An open order should have arrived before period 0. */
        OVERDUE,
        /** An open order arrives after it is needed. */
        DUE_AFTER_NEED,
        /** A proposal is needed sooner than its lead time allows. */
        WITHIN_LEAD_TIME
    }
}
