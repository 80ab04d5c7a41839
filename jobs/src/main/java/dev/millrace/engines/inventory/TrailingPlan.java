package dev.millrace.engines.inventory;

import java.util.Arrays;

/**
 * Plans anew from time to time by the mean and the deviation of the days before, and follows the plan until the next. It remembers its
 * plan, so that each item needs one of its own.
 */
public final class TrailingPlan implements ReplayPolicy {

    private final int lookback;
    private final int every;
    private final int review;
    private final LeadTime leadTime;
    private final OrderTerms terms;
    private final ServiceTarget target;
    private StockPolicy policy;
    private int planned;

    /**
     * Plans (R, S) for an item.
     *
     * @param lookback days that are planned from
     * @param every days from plan to plan
     * @param review days between reviews
     * @throws IllegalArgumentException where a number of days is not above 0
     */
    public TrailingPlan(
            int lookback, int every, int review, LeadTime leadTime, OrderTerms terms, ServiceTarget target) {
        Quantities.requirePositive("The days looked back at", lookback);
        Quantities.requirePositive("The days from plan to plan", every);
        Quantities.requirePositive("The review period", review);
        this.lookback = lookback;
        this.every = every;
        this.review = review;
        this.leadTime = leadTime;
        this.terms = terms;
        this.target = target;
    }

    @Override
    public int order(StockState state) {
        if (state.day() % review != 0 || state.demand().days() == 0) {
            return 0;
        }
        if (policy == null || state.day() - planned >= every) {
            policy = plan(state.demand().last(lookback));
            planned = state.day();
        }
        return policy.order(state.position());
    }

    private StockPolicy plan(double... seen) {
        double mean = Arrays.stream(seen).average().orElseThrow();
        double squares = 0;
        for (double units : seen) {
            squares += (units - mean) * (units - mean);
        }
        // Of a single day nothing is known but its level: Poisson is the least that demand varies by.
        double deviation = seen.length > 1 ? Math.sqrt(squares / (seen.length - 1)) : Math.sqrt(mean);
        ItemDemand demand = MomentDemand.fitting(mean, deviation, leadTime, review);
        return new StockPlanner(demand, review, terms, target).orderUpTo().policy();
    }
}
