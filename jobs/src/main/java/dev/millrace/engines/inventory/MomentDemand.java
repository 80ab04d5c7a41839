package dev.millrace.engines.inventory;

/**
 * Demand by its mean and deviation, of one family at every span. Periods are taken as independent of each other and of lead times: the
 * variance over a lead time L is E(L) σ² + μ² Var(L). Source: Silver, Pyke and Thomas, "Inventory and Production Management in Supply
 * Chains", 4th ed. (2017), chapter 6.
 *
 * @param mean forecast units a period
 * @param deviation of the forecast's error in one period, in units
 * @param leadTime in periods
 * @param family the family of distributions
 */
public record MomentDemand(double mean, double deviation, LeadTime leadTime, DemandFamily family)
        implements ItemDemand {

    /** Refuses a mean or a deviation below 0, by an IllegalArgumentException. */
    public MomentDemand {
        Quantities.requireQuantity("The mean demand of a period", mean);
        Quantities.requireQuantity("The deviation of a period's demand", deviation);
    }

    /**
     * Demand of the family that fits the span until the delivery of the next order.
     *
     * @param review how many periods lie between orders
     * @throws IllegalArgumentException where mean or deviation is below 0
     */
    public static MomentDemand fitting(double mean, double deviation, LeadTime leadTime, int review) {
        MomentDemand normal = new MomentDemand(mean, deviation, leadTime, DemandFamily.NORMAL);
        double span = leadTime.mean() + review;
        return new MomentDemand(
                mean, deviation, leadTime, DemandFamily.fitting(mean * span, normal.deviationOver(span)));
    }

    @Override
    public DemandDistribution over(int periods) {
        return family.of(mean * periods, deviation * Math.sqrt(periods));
    }

    @Override
    public DemandDistribution overLeadTimeAnd(int periods) {
        double span = leadTime.mean() + periods;
        return family.of(mean * span, deviationOver(span));
    }

    private double deviationOver(double span) {
        return Math.hypot(deviation * Math.sqrt(span), mean * leadTime.deviation());
    }
}
