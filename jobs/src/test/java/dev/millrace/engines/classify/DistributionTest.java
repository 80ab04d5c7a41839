package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static List<Object> normal(int count, double mean, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> (Object) (mean + random.nextGaussian()))
                .toList();
    }

    private static List<Object> words(int different, int each) {
        return IntStream.range(0, different * each)
                .mapToObj(i -> (Object) ("word " + i % different))
                .toList();
    }

    @Test
    void theSameValuesHaveNotMoved() {
        List<Object> values = normal(1_000, 0, 1);
        assertEquals(0, Distribution.ofNumbers("x", values).shift(values).index(), 1e-12);
        assertEquals(
                0,
                Distribution.of(Feature.categorical("x"), words(5, 10))
                        .shift(words(5, 10))
                        .index(),
                1e-12);
    }

    @Test
    void aDeviationFurtherIsAnotherWorld() {
        Distribution.Shift shift =
                Distribution.ofNumbers("x", normal(5_000, 0, 1)).shift(normal(5_000, 1, 2));
        // The index of two normal distributions one deviation apart is 1 in the limit of narrow bins.
        assertEquals(0.9, shift.index(), 0.15);
        assertTrue(shift.index() > shift.byChance());
    }

    @Test
    void chanceAloneIsExceededOnceInTwentySamples() {
        int exceeded = 0;
        for (int i = 0; i < 400; i++) {
            Distribution.Shift shift =
                    Distribution.ofNumbers("x", normal(500, 0, 2L * i)).shift(normal(500, 0, 2L * i + 1));
            exceeded += shift.index() > shift.byChance() ? 1 : 0;
        }
        assertEquals(0.05, exceeded / 400.0, 0.03);
    }

    @Test
    void manyDifferentWordsThatStayTheSameHaveNotMoved() {
        Distribution before = Distribution.of(Feature.categorical("city"), words(200, 10));
        Distribution.Shift shift = before.shift(words(200, 10));
        assertEquals(0, shift.index(), 1e-12, "words beyond the commonest are counted together, before as now");
    }

    @Test
    void aNewWordIsAmongTheOthers() {
        List<Object> now = new ArrayList<>(words(2, 50));
        Collections.fill(now.subList(0, 50), "new");
        assertTrue(Distribution.of(Feature.categorical("x"), words(2, 50))
                        .shift(now)
                        .index()
                > 0.25);
    }

    @Test
    void missingValuesHaveABinOfTheirOwn() {
        List<Object> gone = Arrays.asList(new Object[100]);
        List<Object> half = new ArrayList<>(normal(100, 0, 1));
        Collections.fill(half.subList(0, 50), null);
        assertTrue(Distribution.ofNumbers("x", normal(100, 0, 1)).shift(half).index() > 0.25);
        assertEquals(0, Distribution.ofNumbers("x", gone).shift(gone).index(), 1e-12);
    }

    @Test
    void whatIsKeptAsTextComparesTheSame() {
        Sample sample = new Sample(
                List.of(Feature.numeric("x"), Feature.categorical("y")),
                new Object[][] {{1.0, "a"}, {2.0, "b"}, {3.0, null}},
                new double[] {0, 1, 0});
        Reference reference = Reference.of(sample, new Measures(new double[] {0.1, 0.9, 0.2}, sample.labels()));

        Reference read = Reference.ofJson(reference.toJson());

        assertEquals(reference.toJson(), read.toJson());
        assertEquals(0, read.inputs().get(1).shift(Reference.values(sample, 1)).index(), 1e-12);
    }
}
