package dev.millrace.engines.inventory;

import java.util.Arrays;

/** Demand as it was seen or drawn: every sample is as likely as another, and nothing else is possible. */
public final class EmpiricalDemand implements DemandDistribution {

    private final double[] sorted;
    /** The sum of the samples from each on. */
    private final double[] sumFrom;

    private final double deviation;

    /**
     * Keeps a copy of the samples.
     *
     * @throws IllegalArgumentException where there is no sample, or a negative one
     */
    public EmpiricalDemand(double... samples) {
        Quantities.requireHistory("Demand", samples, "Book returns as receipts.");
        sorted = samples.clone();
        Arrays.sort(sorted);
        sumFrom = new double[sorted.length + 1];
        for (int i = sorted.length - 1; i >= 0; i--) {
            sumFrom[i] = sumFrom[i + 1] + sorted[i];
        }
        double squares = 0;
        for (double sample : sorted) {
            squares += (sample - mean()) * (sample - mean());
        }
        deviation = Math.sqrt(squares / sorted.length);
    }

    @Override
    public double mean() {
        return sumFrom[0] / sorted.length;
    }

    @Override
    public double deviation() {
        return deviation;
    }

    @Override
    public double atMost(double quantity) {
        return (double) firstFrom(Math.nextUp(quantity)) / sorted.length;
    }

    @Override
    public double atLeast(double quantity) {
        return 1 - (double) firstFrom(quantity) / sorted.length;
    }

    @Override
    public double expectedShortage(double stock) {
        int first = firstFrom(stock);
        return Math.max(0, (sumFrom[first] - stock * (sorted.length - first)) / sorted.length);
    }

    /** The place of the first sample that is no less than a quantity. */
    private int firstFrom(double quantity) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < quantity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
