package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    @Test
    void theSameSharesAreStable() {
        assertEquals(0, PopulationStability.index(Map.of("a", 10L, "b", 30L), Map.of("a", 1L, "b", 3L)), 1e-12);
    }

    @Test
    void movedSharesAreMeasuredAsTheFormulaSays() {
        double index = PopulationStability.index(Map.of("a", 50L, "b", 50L), Map.of("a", 20L, "b", 80L));
        assertEquals(-0.3 * Math.log(0.2 / 0.5) + 0.3 * Math.log(0.8 / 0.5), index, 1e-12);
    }

    @Test
    void aBinThatIsNewCounts() {
        assertTrue(PopulationStability.index(Map.of("a", 100L), Map.of("a", 80L, "b", 20L)) > 0.25);
    }

    @Test
    void nothingToCompareIsStable() {
        assertEquals(0, PopulationStability.index(Map.of(), Map.of("a", 1L)));
    }
}
