package dev.millrace.engines.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Demand that is forecast period by period, from the next on, so that a plan sees which days are busy. What varies is the error of the
 * forecast's sums, by the length of the sum (which need not grow as a root, where errors of days hang together), and the lead time,
 * any of those seen. Source: Silver, Pyke and Thomas, "Inventory and Production Management in Supply Chains", 4th ed. (2017), sections
 * 4.5 and 6.7.
 *
 * @param expected units of each coming period
 * @param relativeErrors deviation of the sum of so many periods from its forecast, as a share of it, from 0 periods on
 * @param leadTimes whole periods, each as likely as another
 */
public record PathDemand(double[] expected, double[] relativeErrors, int[] leadTimes) implements ItemDemand {

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException where a figure is below 0, or where there is none
     */
    public PathDemand {
        Quantities.requireHistory("The forecast", expected, "Demand is never below 0.");
        Quantities.requireHistory("The forecast's relative error", relativeErrors, "A deviation is never below 0.");
        Quantities.requireHistory(
                "The lead time",
                Arrays.stream(leadTimes).asDoubleStream().toArray(),
                "Nothing arrives before its order.");
        expected = expected.clone();
        relativeErrors = relativeErrors.clone();
        leadTimes = leadTimes.clone();
    }

    @Override
    public double mean() {
        return sum(expected.length) / expected.length;
    }

    /** Demand over so many periods after the delivery of what is ordered now: those that this order serves. */
    @Override
    public DemandDistribution over(int periods) {
        double units = overLeadTimeAnd(periods).mean() - overLeadTimeAnd(0).mean();
        return of(units, periods);
    }

    /** Throws an IllegalArgumentException where the forecast does not reach so far. */
    @Override
    public DemandDistribution overLeadTimeAnd(int periods) {
        List<DemandDistribution> cases = new ArrayList<>(leadTimes.length);
        for (int leadTime : leadTimes) {
            cases.add(of(sum(leadTime + periods), leadTime + periods));
        }
        return new MixedDemand(cases);
    }

    private DemandDistribution of(double units, int periods) {
        int longest = Math.min(expected.length, relativeErrors.length - 1);
        double most = sum(longest);
        return DemandFamily.fitting(most, most * relativeErrors[longest]).of(units, units * relativeErrors[periods]);
    }

    private double sum(int periods) {
        if (periods > expected.length || periods >= relativeErrors.length) {
            throw new IllegalArgumentException(
                    "Demand over " + periods + " periods is asked for, but " + expected.length
                            + " are forecast and errors are known of " + (relativeErrors.length - 1)
                            + "; forecast as many as the longest lead time and the review period.");
        }
        double sum = 0;
        for (int t = 0; t < periods; t++) {
            sum += expected[t];
        }
        return sum;
    }
}
