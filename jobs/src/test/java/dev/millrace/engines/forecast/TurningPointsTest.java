package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TurningPointsTest {

    private static final int YEAR = 365;
    private static final int SERIES = 12;

    /** A line that grows by a slope and from a period on by another. */
    private static IntToDoubleFunction bend(int at, double before, double after) {
        return t -> 100 + before * Math.min(t, at) + after * Math.max(0, t - at);
    }

    /** Noise that keeps a part of itself, added to a function of time. */
    private static double[] remembering(long seed, double keeps, IntToDoubleFunction trend) {
        Random chance = new Random(seed);
        double[] before = {0};
        return SeriesOf.values(
                YEAR, t -> trend.applyAsDouble(t) + (before[0] = keeps * before[0] + chance.nextGaussian()));
    }

    private static double alarms(double keeps, double watching) {
        int count = 0;
        for (int seed = 0; seed < SERIES; seed++) {
            Random chance = new Random(1000 + seed);
            double[] values = remembering(seed, keeps, t -> watching * chance.nextGaussian());
            count += TurningPoints.of(values, 1).size();
        }
        return count / (double) SERIES;
    }

    @Test
    void aRandomWalkRaisesHardlyAFalseAlarmAYear() {
        assertEquals(0, alarms(1, 0), 0.5);
    }

    @Test
    void otherNoiseRaisesHardlyAFalseAlarmAYearEither() {
        assertEquals(0, alarms(0, 0), 0.5);
        assertEquals(0, alarms(0.7, 0), 0.5);
        assertEquals(0, alarms(0.97, 0), 0.5);
        assertEquals(0, alarms(1, 3), 0.5);
    }

    @Test
    void aPlantedBendIsFoundWithinThreeDays() {
        for (int seed = 0; seed < 10; seed++) {
            List<TurningPoint> points = TurningPoints.of(remembering(seed, 0.3, bend(200, 0.3, -0.4)), 1);

            assertEquals(1, points.size(), points.toString());
            assertEquals(TurningPoint.Kind.DIRECTION, points.get(0).kind());
            assertEquals(200, points.get(0).at(), 3);
            assertEquals(0.3, points.get(0).slopeBefore(), 0.05);
            assertEquals(-0.4, points.get(0).slopeAfter(), 0.05);
        }
    }

    @Test
    void aPlantedJumpIsFoundWithinThreeDays() {
        for (int seed = 0; seed < 10; seed++) {
            List<TurningPoint> points = TurningPoints.of(remembering(seed, 0.5, t -> t < 120 ? 40 : 48), 1);

            assertEquals(1, points.size(), points.toString());
            assertEquals(TurningPoint.Kind.LEVEL, points.get(0).kind());
            assertEquals(120, points.get(0).at(), 3);
            assertEquals(8, points.get(0).jump(), 2);
            assertTrue(points.get(0).evidence() > 0);
        }
    }

    @Test
    void severalTurningPointsAreToldApart() {
        double[] values = remembering(
                3,
                0.2,
                t -> bend(80, 0, 0.5).applyAsDouble(t) + bend(170, 0, -0.9).applyAsDouble(t) + (t < 280 ? 0 : 15));
        List<TurningPoint> points = TurningPoints.of(values, 1);

        assertEquals(3, points.size(), points.toString());
        assertEquals(80, points.get(0).at(), 3);
        assertEquals(170, points.get(1).at(), 3);
        assertEquals(280, points.get(2).at(), 3);
    }

    @Test
    void aLevelThatComesBackIsTwoTurningPoints() {
        List<TurningPoint> points = TurningPoints.of(remembering(4, 0.2, t -> t >= 150 && t < 190 ? 7 : 0), 1);

        assertEquals(2, points.size(), points.toString());
        assertEquals(150, points.get(0).at(), 3);
        assertEquals(190, points.get(1).at(), 3);
    }

    @Test
    void aSingleValueThatStandsOutIsNone() {
        assertEquals(List.of(), TurningPoints.of(remembering(5, 0.3, t -> t == 150 ? 30 : 0), 1));
    }

    @Test
    void aSeasonIsNoTurningPointAndHidesNone() {
        IntToDoubleFunction bent = bend(200, 0.2, -0.3);
        double[] values = remembering(6, 0.3, t -> bent.applyAsDouble(t) + 20 * SeriesOf.week(t));
        List<TurningPoint> points = TurningPoints.of(values, 7);

        assertEquals(1, points.size(), points.toString());
        assertEquals(200, points.get(0).at(), 3);
    }

    @Test
    void aBrokenLineWithoutNoiseIsFoundExactly() {
        List<TurningPoint> points = TurningPoints.of(SeriesOf.values(100, bend(40, 1, -2)), 1);

        assertEquals(1, points.size(), points.toString());
        assertEquals(40, points.get(0).at());
        assertEquals(-2, points.get(0).slopeAfter(), 1e-6);
    }

    @Test
    void whatCannotBeLearnedFromHasNone() {
        assertEquals(List.of(), TurningPoints.of(new double[100], 7));
        assertEquals(List.of(), TurningPoints.of(SeriesOf.values(100, t -> 3 + 2 * t), 1));
        assertEquals(List.of(), TurningPoints.of(SeriesOf.values(19, t -> t < 10 ? 0 : 50), 1));
        assertThrows(IllegalArgumentException.class, () -> TurningPoints.of(new double[100], 0));
    }
}
