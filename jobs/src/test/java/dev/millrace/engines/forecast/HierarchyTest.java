package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.Hierarchy.Level;
import dev.millrace.engines.forecast.HierarchyHistory.Mismatch;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    private static final Hierarchy GROUPED = Hierarchy.of(
            "bottom",
            List.of("a-fun", "a-work", "b-fun", "b-work"),
            List.of(
                    Level.total(4),
                    new Level("region", List.of("a", "a", "b", "b")),
                    new Level("purpose", List.of("fun", "work", "fun", "work"))));

    private static final double[][] BOTTOM = {{1, 10}, {2, 20}, {4, 40}, {8, 80}};

    @Test
    void levelsThatCrossAreSumsOfTheSameBottom() {
        double[][] all = GROUPED.sum(BOTTOM);

        assertEquals(
                List.of("total total", "region a", "region b", "purpose fun", "purpose work"),
                GROUPED.nodes().subList(0, 5).stream()
                        .map(HierarchyNode::toString)
                        .toList());
        assertEquals(List.of("total", "region", "purpose", "bottom"), GROUPED.levels());
        double[] first = {15, 3, 12, 5, 10, 1, 2, 4, 8};
        for (int node = 0; node < first.length; node++) {
            assertArrayEquals(new double[] {first[node], 10 * first[node]}, all[node]);
        }
    }

    @Test
    void aLevelThatLeavesASeriesOutIsRefused() {
        Level incomplete = new Level("region", List.of("a"));
        List<String> bottom = List.of("a-fun", "a-work");
        List<Level> above = List.of(incomplete);

        assertThrows(IllegalArgumentException.class, () -> Hierarchy.of("bottom", bottom, above));
    }

    @Test
    void bottomSeriesOfOneNameAreRefused() {
        List<String> twice = List.of("a", "a");
        List<Level> none = List.of();

        assertThrows(IllegalArgumentException.class, () -> Hierarchy.of("bottom", twice, none));
    }

    @Test
    void partsThatDoNotAddUpAreRefusedByName() {
        double[][] given = GROUPED.sum(BOTTOM);
        given[2][1] += 0.01;

        IncoherentHierarchyException refused = assertThrows(
                IncoherentHierarchyException.class, () -> HierarchyHistory.of(GROUPED, given, Mismatch.REFUSE));

        assertTrue(refused.getMessage().contains("region b"), refused.getMessage());
        assertTrue(refused.getMessage().contains("period 1"), refused.getMessage());
    }

    @Test
    void partsThatDoNotAddUpTakeThePlaceOfTheirSumAndItIsNamed() {
        double[][] given = GROUPED.sum(BOTTOM);
        given[0][0] = 99;
        given[3][1] = Double.NaN;

        HierarchyHistory history = HierarchyHistory.of(GROUPED, given, Mismatch.REDERIVE);

        assertEquals(
                List.of("total total", "purpose fun"),
                history.rederived().stream().map(HierarchyNode::toString).toList());
        assertArrayEquals(new double[] {15, 150}, history.values()[0]);
        assertArrayEquals(new double[] {5, 50}, history.values()[3]);
    }

    @Test
    void roundingIsNoMismatch() {
        double[][] given = GROUPED.sum(BOTTOM);
        given[0][0] += 1e-7;

        assertEquals(
                List.of(), HierarchyHistory.of(GROUPED, given, Mismatch.REFUSE).rederived());
    }
}
