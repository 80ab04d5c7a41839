package dev.millrace.engines.forecast;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series for tests. */
final class SeriesOf {

    private SeriesOf() {}

    /** So many values of a function of time. */
    static double[] values(int length, IntToDoubleFunction function) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = function.applyAsDouble(t);
        }
        return values;
    }

    /** A function of time with noise of a standard deviation, always the same. */
    static double[] noisy(int length, double deviation, IntToDoubleFunction function) {
        Random chance = new Random(length);
        return values(length, t -> function.applyAsDouble(t) + deviation * chance.nextGaussian());
    }

    /** A week between -1 and 1. */
    static double week(int t) {
        return Math.sin(2 * Math.PI * t / 7);
    }
}
