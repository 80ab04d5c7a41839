package dev.millrace.engines.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillOfMaterialsTest {

    private static BillLine line(String parent, String component) {
        return new BillLine(parent, component, 1, 0);
    }

    @Test
    void aPartIsAtTheDeepestLevelAtWhichItIsUsed() {
        BillOfMaterials bill = new BillOfMaterials(
                List.of(line("table", "screw"), line("table", "frame"), line("frame", "leg"), line("leg", "screw")));

        assertEquals(0, bill.lowLevelCode("table"));
        assertEquals(2, bill.lowLevelCode("leg"));
        assertEquals(3, bill.lowLevelCode("screw"));
        assertEquals(List.of("table", "frame", "leg", "screw"), bill.planningOrder(Set.of("screw", "table")));
        assertEquals(List.of("leg", "screw"), bill.planningOrder(Set.of("leg")));
    }

    @Test
    void aCycleIsRefusedAndNamed() {
        BillCycleException refused = assertThrows(
                BillCycleException.class,
                () -> new BillOfMaterials(List.of(
                        line("shop", "a"), line("a", "b"), line("b", "c"), line("c", "a"), line("c", "below"))));

        assertEquals(4, refused.cycle().size());
        assertEquals(Set.of("a", "b", "c"), Set.copyOf(refused.cycle()));
        assertEquals(refused.cycle().get(0), refused.cycle().get(3));
        String round = String.join(" > ", refused.cycle());
        assertTrue("a > b > c > a > b > c > a".contains(round), round);
        assertTrue(refused.getMessage().contains(round), refused.getMessage());
    }

    @Test
    void aPartThatGoesIntoItselfIsACycle() {
        assertEquals(
                List.of("a", "a"),
                assertThrows(BillCycleException.class, () -> new BillOfMaterials(List.of(line("a", "a"))))
                        .cycle());
    }

    @Test
    void scrapIsMadeUpForAndNeverEverything() {
        assertEquals(2.5, new BillLine("a", "b", 2, 0.2).issued(), 1e-12);
        String message = assertThrows(IllegalArgumentException.class, () -> new BillLine("a", "b", 2, 1))
                .getMessage();
        assertTrue(message.contains("b in a has a scrap of 1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new BillLine("a", "b", 0, 0));
    }
}
