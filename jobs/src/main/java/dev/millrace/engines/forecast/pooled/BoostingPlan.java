package dev.millrace.engines.forecast.pooled;

import java.io.Serializable;

/**
 * How trees are boosted.
 *
 * @param objective what is minimised
 * @param rounds how many trees
 * @param leaves leaves of each
 * @param rate how much of each is added
 * @param reach how many of the last periods of each series are learned from
 * @param mostRows how many rows are drawn at most
 * @param seed of every random choice
 */
public record BoostingPlan(Objective objective, int rounds, int leaves, double rate, int reach, int mostRows, long seed)
        implements Serializable {

    /** The same, with another objective. */
    public BoostingPlan with(Objective other) {
        return new BoostingPlan(other, rounds, leaves, rate, reach, mostRows, seed);
    }

    /** What the trees minimise, over values that are scaled as the {@link FeaturePlan} says. */
    public enum Objective {
        /** Squared errors. */
        SQUARES("regression"),
        /** Absolute errors. */
        ABSOLUTE("regression_l1"),
        /** Deviance of a Tweedie distribution, for demand with many zeros: values by the scale, which must not be negative. */
        TWEEDIE("tweedie");

        private final String library;

        Objective(String library) {
            this.library = library;
        }

        /** LightGBM's name of it. */
        String library() {
            return library;
        }
    }
}
