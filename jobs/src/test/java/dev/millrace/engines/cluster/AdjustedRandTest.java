package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {

    private static double of(List<Integer> one, List<Integer> other) {
        return AdjustedRand.of(
                one, other, IntStream.range(0, one.size()).mapToLong(i -> 1).toArray());
    }

    @Test
    void equalPartitionsAgreeWhateverTheirLabels() {
        assertEquals(1, of(List.of(1, 1, 2, 2, 3), List.of(7, 7, 5, 5, 1)), 1e-12);
    }

    @Test
    void aKnownTableHasItsKnownIndex() {
        // Pairs: together in both 1, in the first 2, in the second 3, of 6: (1 - 1) / (2.5 - 1) = 0.
        assertEquals(0, of(List.of(1, 1, 2, 2), List.of(1, 1, 1, 2)), 1e-12);
        // As above with 6 rows: (2 - 1.2) / (4.5 - 1.2).
        assertEquals(0.8 / 3.3, of(List.of(1, 1, 1, 2, 2, 2), List.of(1, 1, 2, 2, 3, 3)), 1e-12);
    }

    @Test
    void unrelatedPartitionsAgreeByChanceAlone() {
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> one =
                IntStream.range(0, 5_000).map(i -> random.nextInt(4)).boxed().toList();
        List<Integer> other =
                IntStream.range(0, 5_000).map(i -> random.nextInt(4)).boxed().toList();

        assertTrue(Math.abs(of(one, other)) < 0.01);
    }

    @Test
    void partsOfACellAddUp() {
        assertEquals(
                AdjustedRand.of(List.of(1, 2, 2), List.of(1, 1, 2), 3, 2, 4),
                AdjustedRand.of(List.of(1, 1, 2, 2), List.of(1, 1, 1, 2), 1, 2, 2, 4),
                1e-12);
    }
}
