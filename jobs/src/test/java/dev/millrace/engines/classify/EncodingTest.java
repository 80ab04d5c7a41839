package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static Sample sample(Feature feature, Object... values) {
        Object[][] rows =
                Arrays.stream(values).map(value -> new Object[] {value}).toArray(Object[][]::new);
        return new Sample(List.of(feature), rows, new double[rows.length]);
    }

    private static Object[] times(int times, Object... values) {
        Object[] all = new Object[times * values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }

    @Test
    void aLevelUnseenInTrainingIsAmongTheRareOnes() {
        Encoding encoding = Encoding.of(sample(Feature.categorical("plan"), times(10, "month", "year")));
        assertArrayEquals(new double[] {1, 0, 0}, encoding.encode("month"));
        assertArrayEquals(new double[] {0, 0, 1}, encoding.encode("decade"));
    }

    @Test
    void aMissingWordIsALevel() {
        Encoding encoding = Encoding.of(sample(Feature.categorical("plan"), times(10, "month", null)));
        assertArrayEquals(new double[] {1, 0, 0}, encoding.encode(new Object[] {null}));
    }

    @Test
    void aMissingNumberIsTheMedianAndMarked() {
        Encoding encoding = Encoding.of(sample(Feature.numeric("age"), times(5, 20.0, 30.0, 40.0, null)));
        double[] missing = encoding.encode(new Object[] {null});
        assertEquals(30, missing[0]);
        assertEquals(1, missing[missing.length - 1]);
        assertEquals(0, encoding.encode(30.0)[missing.length - 1]);
    }

    @Test
    void aConstantHasNoHinges() {
        assertEquals(
                2, Encoding.of(sample(Feature.numeric("age"), times(9, 7.0))).width());
    }

    @Test
    void whatIsAllMissingStillEncodes() {
        Encoding encoding = Encoding.of(sample(Feature.numeric("age"), times(9, (Object) null)));
        assertArrayEquals(new double[] {0, 0, 1}, encoding.encode(new Object[] {null}));
        assertArrayEquals(new double[] {5, Math.log(6), 0}, encoding.encode(5.0));
    }

    @Test
    void aHingeIsTheDistanceAboveItsKnot() {
        Object[] values = new Object[81];
        for (int i = 0; i <= 80; i++) {
            values[i] = (double) i;
        }
        Encoding encoding = Encoding.of(sample(Feature.numeric("age"), values));
        double[] encoded = encoding.encode(25.0);
        assertArrayEquals(new double[] {25, Math.log(26), 15, 5, 0, 0, 0, 0, 0}, encoded);
    }

    @Test
    void whatLiesBeyondTheTrainingRowsCountsAsTheOutermostOfThem() {
        Encoding encoding = Encoding.of(new Sample(
                List.of(Feature.numeric("tenure")),
                new Object[][] {{10.0}, {20.0}, {30.0}, {40.0}},
                new double[] {0, 1, 0, 1}));

        assertArrayEquals(encoding.encode(40.0), encoding.encode(4_000.0));
        assertArrayEquals(encoding.encode(10.0), encoding.encode(-5.0));
    }
}
