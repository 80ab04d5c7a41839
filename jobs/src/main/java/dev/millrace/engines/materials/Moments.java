package dev.millrace.engines.materials;

import java.util.Arrays;

/** Mean and squared distances from it. */
final class Moments {

    private Moments() {}

    /** NaN where there is no value. */
    static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The sum of squared distances from the mean. */
    static double squares(double... values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
