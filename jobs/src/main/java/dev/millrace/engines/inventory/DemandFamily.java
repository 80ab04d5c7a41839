package dev.millrace.engines.inventory;

/** The family of distributions that demand is taken to have. */
public enum DemandFamily {
    /** For what sells often and steadily. */
    NORMAL,
    /** For what sells often and varies by more than half its mean. */
    GAMMA,
    /** For what sells seldom, in lots or at changing rates. */
    NEGATIVE_BINOMIAL,
    /** For what sells seldom, unit by unit. */
    POISSON;

    private static final double SLOW = 10;
    private static final double STEADY = 0.5;

    /**
     * The family that fits demand over the span that is planned for: discrete below ten units, else normal where the coefficient of
     * variation is up to 0.5, else gamma. Source of the bounds: Silver, Pyke and Thomas, "Inventory and Production Management in Supply
     * Chains", 4th ed. (2017), chapter 6.
     */
    public static DemandFamily fitting(double mean, double deviation) {
        if (mean < SLOW) {
            return deviation * deviation > mean ? NEGATIVE_BINOMIAL : POISSON;
        }
        return deviation <= STEADY * mean ? NORMAL : GAMMA;
    }

    /**
     * Demand of this family. Where nothing varies it is certain, and a negative binomial whose variance is no more than its mean is
     * Poisson, which plans for more variance than was given rather than for less.
     */
    public DemandDistribution of(double mean, double deviation) {
        if (mean == 0 || deviation == 0) {
            return new CertainDemand(mean);
        }
        return switch (this) {
            case NORMAL -> new NormalDemand(mean, deviation);
            case GAMMA -> new GammaDemand(mean, deviation);
            case POISSON -> new PoissonDemand(mean);
            case NEGATIVE_BINOMIAL -> deviation * deviation > mean
                    ? new NegativeBinomialDemand(mean, deviation)
                    : new PoissonDemand(mean);
        };
    }
}
