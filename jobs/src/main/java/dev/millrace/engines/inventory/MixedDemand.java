package dev.millrace.engines.inventory;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Demand that has one of several distributions, each as likely as another, such as that over a lead time of which the cases are known.
 *
 * @param cases one or more
 */
record MixedDemand(List<DemandDistribution> cases) implements DemandDistribution {

    MixedDemand {
        cases = List.copyOf(cases);
        Quantities.requirePositive("The number of cases", cases.size());
    }

    @Override
    public double mean() {
        return over(DemandDistribution::mean);
    }

    @Override
    public double deviation() {
        double mean = mean();
        return Math.sqrt(over(one -> one.deviation() * one.deviation() + (one.mean() - mean) * (one.mean() - mean)));
    }

    @Override
    public double atMost(double quantity) {
        return over(one -> one.atMost(quantity));
    }

    @Override
    public double atLeast(double quantity) {
        return over(one -> one.atLeast(quantity));
    }

    @Override
    public double expectedShortage(double stock) {
        return over(one -> one.expectedShortage(stock));
    }

    private double over(ToDoubleFunction<DemandDistribution> figure) {
        double sum = 0;
        for (DemandDistribution one : cases) {
            sum += figure.applyAsDouble(one);
        }
        return sum / cases.size();
    }
}
