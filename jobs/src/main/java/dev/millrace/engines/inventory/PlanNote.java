package dev.millrace.engines.inventory;

/** What a plan says about itself beyond its figures. */
public enum PlanNote {
    /** Nothing is demanded, so that nothing is stocked. */
    NO_DEMAND,
    /** The quantity was raised to the minimum order. */
    RAISED_TO_MINIMUM,
    /** The quantity was raised to whole packs. */
    RAISED_TO_PACKS,
    /** Because of the minimum order, what is missing is not ordered at every review: (R, S) became (s, S). */
    MINIMUM_DELAYS_ORDERS,
    /** The least that can be ordered is more than is expected to be sold before it spoils. */
    SPOILS_BEFORE_SOLD,
    /** The budget allows less than the target needs. */
    BUDGET_BELOW_TARGET,
    /** The budget does not allow a single order. */
    BUDGET_BELOW_ONE_ORDER
}
