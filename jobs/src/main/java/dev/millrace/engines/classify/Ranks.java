package dev.millrace.engines.classify;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders of values. */
final class Ranks {

    private Ranks() {}

    /** The indexes of values from the smallest to the largest; equal values in their own order. */
    static int[] ascending(double... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> values[index]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
