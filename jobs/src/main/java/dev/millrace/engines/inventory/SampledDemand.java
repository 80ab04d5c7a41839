package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Demand as its history had it: a lead time is drawn, then the demand of each of its periods, from what was seen; so that no family has
 * to be assumed. Periods are drawn independently. Every span is drawn from the same numbers, so that a longer one never has less demand
 * than a shorter one within it. Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
 */
public final class SampledDemand implements ItemDemand {

    private static final int DRAWS = 10_000;
    private static final long STREAM = 0x9E3779B97F4A7C15L;

    private final double[] demand;
    private final double[] leadTimes;
    private final long seed;
    private final double mean;

    /**
     * Keeps copies.
     *
     * @param demand units of each period seen
     * @param leadTimes periods of each delivery seen; parts of a period count as a whole one
     * @throws IllegalArgumentException where one of them is empty or has a negative value
     */
    public SampledDemand(double[] demand, double[] leadTimes, long seed) {
        Quantities.requireHistory("Demand", demand, "Book returns as receipts.");
        Quantities.requireHistory("The lead time", leadTimes, "A delivery before its order belongs to another order.");
        this.demand = demand.clone();
        this.leadTimes = leadTimes.clone();
        this.seed = seed;
        this.mean = Arrays.stream(demand).average().orElseThrow();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public DemandDistribution over(int periods) {
        return drawn(periods, 0);
    }

    @Override
    public DemandDistribution overLeadTimeAnd(int periods) {
        return drawn(periods, 1);
    }

    private DemandDistribution drawn(int periods, int deliveries) {
        double[] sums = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            SplittableRandom random = new SplittableRandom(seed + STREAM * draw);
            double lead = Math.ceil(leadTimes[random.nextInt(leadTimes.length)]);
            for (int t = 0; t < periods + deliveries * lead; t++) {
                sums[draw] += demand[random.nextInt(demand.length)];
            }
        }
        return new EmpiricalDemand(sums);
    }
}
