package dev.millrace.engines.lifetime;

import java.util.Arrays;

/**
 * The statistics of gamma-gamma: customers with equally many purchases and nearly equal means of them, taken together.
 *
 * @param purchases how many purchases the mean is of
 * @param mean mean of the means, in money
 * @param meanLog mean of the logarithms of the means
 * @param customers how many customers
 */
record SpendHistories(double[] purchases, double[] mean, double[] meanLog, double[] customers) {

    int size() {
        return purchases.length;
    }

    double totalCustomers() {
        return Arrays.stream(customers).sum();
    }

    /** The mean over customers. */
    double meanValue() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += customers[i] * mean[i];
        }
        return sum / totalCustomers();
    }

    /** The same, with so much money as the unit. */
    SpendHistories inUnitsOf(double money) {
        return new SpendHistories(
                purchases,
                Arrays.stream(mean).map(value -> value / money).toArray(),
                Arrays.stream(meanLog).map(log -> log - Math.log(money)).toArray(),
                customers);
    }
}
