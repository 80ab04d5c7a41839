package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.evaluate.PlantedTurns.Kind;
import dev.millrace.evaluate.PlantedTurns.Plan;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedTurnsTest {

    private static final double NOTHING = 1e-6;

    private static double[] without(Kind kind, long seed) {
        return PlantedTurns.of(new Plan(kind, 0, 0, false), seed).values();
    }

    private static double growth(double[] values, int t) {
        return values[t + 1] - values[t];
    }

    @Test
    void aBendIsTheLastDayOfTheOldSlope() {
        PlantedTurns series = PlantedTurns.of(new Plan(Kind.BENDS, 0, 0, false), 4);
        int turn = series.turns().get(0);
        double change = growth(series.values(), turn) - growth(series.values(), turn - 1);

        assertEquals(2, series.turns().size());
        assertTrue(Math.abs(change) >= 0.2 - NOTHING && Math.abs(change) <= 0.5 + NOTHING, "" + change);
        assertEquals(growth(series.values(), turn - 2), growth(series.values(), turn - 1), NOTHING);
    }

    @Test
    void aJumpIsTheFirstDayOfTheNewLevel() {
        PlantedTurns series = PlantedTurns.of(new Plan(Kind.JUMPS, 0, 0, false), 4);
        int turn = series.turns().get(1);
        double jump = growth(series.values(), turn - 1);

        assertTrue(Math.abs(jump) >= 10 - NOTHING && Math.abs(jump) <= 30 + NOTHING, "" + jump);
        assertEquals(0, growth(series.values(), turn), NOTHING);
    }

    @Test
    void walksAndSteadySeriesHaveNone() {
        assertEquals(
                List.of(), PlantedTurns.of(new Plan(Kind.WALK, 1, 1, true), 1).turns());
        assertEquals(
                List.of(),
                PlantedTurns.of(new Plan(Kind.STEADY, 1, 0.8, true), 1).turns());
        assertEquals(100, without(Kind.STEADY, 1)[700], NOTHING);
    }

    @Test
    void oneSeedIsOneSeries() {
        assertArrayEquals(without(Kind.BOTH, 9), without(Kind.BOTH, 9));
    }

    @Test
    void aTurnIsFoundOnceAndWithinThreeDays() {
        assertEquals(new TurnsFound(2, 2, 0), TurnsFound.of(List.of(100, 200), List.of(97, 203)));
        assertEquals(new TurnsFound(2, 1, 1), TurnsFound.of(List.of(100, 200), List.of(100, 204)));
        assertEquals(new TurnsFound(1, 1, 1), TurnsFound.of(List.of(100), List.of(99, 101)));
        assertEquals(new TurnsFound(1, 0, 0), TurnsFound.of(List.of(100), List.of()));
        assertEquals(new TurnsFound(0, 0, 1), TurnsFound.of(List.of(), List.of(5)));
    }

    /** Values of deviation 1 about 0, then 3 higher: each day adds 2.5 to the sum, whose third passes 5. */
    @Test
    void cumulativeSumsTellTheDayOfAJump() {
        Random chance = new Random(7);
        double[] values = IntStream.range(0, 80)
                .mapToDouble(t -> (t % 2 == 0 ? 1 : -1) * 0.98 + (t < 50 ? 0 : 3) + 1e-3 * chance.nextDouble())
                .toArray();

        assertEquals(1, CumulativeSums.changes(values).size());
        assertEquals(50, CumulativeSums.changes(values).get(0), 1);
    }

    @Test
    void theEvaluationMeasuresAllFourFigures() {
        EvaluationReport report = new PlantedTurningPoints(1).report();

        assertEquals(
                List.of(
                        "found_within_3_days",
                        "precision",
                        "false_alarms_a_series_and_year",
                        "false_alarms_a_walk_and_year"),
                report.metrics().stream().map(Metric::name).toList());
        assertTrue(report.metrics().get(0).value() > 0.6, report.toString());
        assertTrue(report.metrics().get(2).value() < 1, report.toString());
        assertEquals(new PlantedTurningPoints(1).report(), report);
    }
}
