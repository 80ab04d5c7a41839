package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.inventory.ReplayOutcome.CostByKind;
import dev.millrace.engines.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayReportTest {

    private static ReplayOutcome outcome(double demanded, double served) {
        return new ReplayOutcome(10, demanded, served, 0, 1, 0, 0, new CostByKind(2, 1, demanded - served, 4));
    }

    private static List<ReplayOutcome> chance(int items, long seed) {
        Random random = new Random(seed);
        List<ReplayOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            outcomes.add(outcome(100, random.nextInt(101)));
        }
        return outcomes;
    }

    @Test
    void figuresAreSumsOverItems() {
        ReplayReport report = ReplayReport.of(List.of(outcome(90, 90), outcome(10, 5)), 1);

        assertEquals(0.95, report.fillRate().estimate(), 1e-12);
        assertEquals(4, report.holding().estimate());
        assertEquals(5, report.shortage().estimate());
        assertEquals(19, report.total().estimate());
        assertEquals(0.5, report.fillRate().interval().low(), 1e-12);
        assertEquals(1, report.fillRate().interval().high(), 1e-12);
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        int covered = 0;
        for (int round = 0; round < 300; round++) {
            Interval fillRate = ReplayReport.of(chance(40, round), 7).fillRate().interval();
            covered += fillRate.low() <= 0.5 && 0.5 <= fillRate.high() ? 1 : 0;
        }

        assertEquals(0.95, covered / 300.0, 0.035);
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        assertEquals(ReplayReport.of(chance(10, 1), 5), ReplayReport.of(chance(10, 1), 5));
        assertTrue(!ReplayReport.of(chance(10, 1), 5).equals(ReplayReport.of(chance(10, 1), 6)));
    }

    @Test
    void nothingReplayedIsNothingToReport() {
        assertThrows(IllegalArgumentException.class, () -> ReplayReport.of(List.of(), 1));
    }
}
