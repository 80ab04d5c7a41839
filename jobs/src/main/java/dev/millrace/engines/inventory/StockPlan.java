package dev.millrace.engines.inventory;

import java.util.Set;

/**
 * A policy for one item, and what it brings.
 *
 * @param policy to follow
 * @param review how many periods lie between reviews
 * @param service what to expect of it
 * @param notes what was assumed or could not be kept
 */
public record StockPlan(StockPolicy policy, int review, Service service, Set<PlanNote> notes) {

    /** Keeps a copy of the notes. */
    public StockPlan {
        notes = Set.copyOf(notes);
    }
}
