package dev.millrace.engines.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static double mean(List<Double> rows) {
        return rows.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Double> normal(int rows, long seed) {
        Random random = new Random(seed);
        return random.doubles(rows).map(any -> random.nextGaussian()).boxed().toList();
    }

    @Test
    void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
        Interval interval = Bootstrap.interval(normal(2500, 3), 1, BootstrapTest::mean);

        assertEquals(2 * 1.96 / 50, interval.high() - interval.low(), 0.01);
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        long held = IntStream.range(0, 400)
                .mapToObj(round -> Bootstrap.interval(normal(60, round), 7, BootstrapTest::mean))
                .filter(interval -> interval.low() <= 0 && 0 <= interval.high())
                .count();

        assertEquals(0.95, held / 400.0, 0.03);
    }

    @Test
    void rowsAndTheirIndexesAreTheSameDraw() {
        List<Double> rows = normal(30, 5);

        assertEquals(
                Bootstrap.interval(rows, 2, BootstrapTest::mean),
                Bootstrap.interval(rows.size(), 2, drawn -> IntStream.of(drawn)
                        .mapToDouble(rows::get)
                        .average()
                        .orElseThrow()));
    }

    @Test
    void theSeedAloneDecidesWhatIsDrawn() {
        List<Double> rows = normal(30, 5);
        Interval interval = Bootstrap.interval(rows, 2, BootstrapTest::mean);

        assertEquals(interval, Bootstrap.interval(rows, 2, BootstrapTest::mean));
        assertNotEquals(interval, Bootstrap.interval(rows, 3, BootstrapTest::mean));
    }

    @Test
    void percentilesLeaveOutAFortiethAtEachEnd() {
        double[] figures =
                IntStream.rangeClosed(1, 400).mapToDouble(i -> 401 - i).toArray();

        assertEquals(new Interval(11, 390), Interval.percentiles(figures));
    }
}
