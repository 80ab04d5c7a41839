package dev.millrace.engines.inventory;

/** Decides each morning what is ordered of one item. */
@FunctionalInterface
public interface ReplayPolicy {

    /** Units to order, 0 or more. */
    int order(StockState state);

    /**
     * A stock policy that is followed on every review day.
     *
     * @param review days between reviews, the first on day 0
     */
    static ReplayPolicy of(StockPolicy policy, int review) {
        Quantities.requirePositive("The review period", review);
        return state -> state.day() % review == 0 ? policy.order(state.position()) : 0;
    }
}
