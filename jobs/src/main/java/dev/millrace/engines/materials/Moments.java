package dev.millrace.engines.materials;

import java.util.Arrays;

/** Mean and sample deviation; NaN where there are too few values. */
final class Moments {

    private Moments() {}

    static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    static double deviation(double... values) {
        return values.length < 2 ? Double.NaN : Math.sqrt(squares(values) / (values.length - 1));
    }

    /** The sum of squared distances from the mean. */
    static double squares(double... values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
