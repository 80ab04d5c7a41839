package dev.millrace.engines.materials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.materials.Expedite.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaterialRequirementsTest {

    /** Four levels: strip goes into rims, which go into wheels, and straight into frames. */
    private static final BillOfMaterials BICYCLE = new BillOfMaterials(List.of(
            new BillLine("bicycle", "wheel", 2, 0),
            new BillLine("bicycle", "frame", 1, 0),
            new BillLine("wheel", "rim", 1, 0.2),
            new BillLine("rim", "strip", 2, 0),
            new BillLine("frame", "strip", 3, 0.25)));

    private static final Map<String, PartRules> RULES = Map.of(
            "bicycle", new PartRules(4, 0, 1, LotSize.lotForLot()),
            "wheel", new PartRules(10, 0, 1, new LotSize(0, 10, 1)),
            "frame", new PartRules(0, 0, 2, new LotSize(25, 0, 1)),
            "rim", new PartRules(7.5, 0, 3, LotSize.lotForLot()),
            "strip", new PartRules(50, 10, 4, new LotSize(0, 0, 3)));

    private static MaterialPlan bicycles() {
        return new MaterialRequirements(BICYCLE, RULES, List.of(new OpenOrder("W1", "wheel", 20, 5)))
                .plan(Map.of("bicycle", new double[] {0, 0, 0, 0, 0, 10, 0, 20}), 8);
    }

    private static PartSchedule single(PartRules rules, List<OpenOrder> orders, double... demand) {
        return new MaterialRequirements(new BillOfMaterials(List.of()), Map.of("part", rules), orders)
                .plan(Map.of("part", demand), demand.length)
                .schedules()
                .get("part");
    }

    private static void released(String part, double... expected) {
        assertArrayEquals(expected, bicycles().schedules().get(part).plannedReleases(), 1e-9, part);
    }

    @Test
    void fourLevelsArePlannedAsByHand() {
        // Six of the first ten bicycles are not in stock; each is begun a period before.
        released("bicycle", 0, 0, 0, 0, 6, 0, 20, 0);
        // 12 wheels in period 4: 10 and the order of 20 are there, 18 stay; 40 in period 6: 22 are missing, 30 are
        // made.
        released("wheel", 0, 0, 0, 0, 0, 30, 0, 0);
        // 6 frames in period 4 make a lot of 25; 20 in period 6 leave one missing, and a lot again.
        released("frame", 0, 0, 25, 0, 25, 0, 0, 0);
        // 30 / 0.8 = 37.5 rims in period 5, less 7.5.
        released("rim", 0, 0, 30, 0, 0, 0, 0, 0);
        // Strip: 30 · 2 + 25 · 3 / 0.75 = 160 in period 2, 100 in period 4; 160 + 100 + 10 - 50 = 220, four periods
        // before 2.
        released("strip", 220, 0, 0, 0, 0, 0, 0, 0);
        assertArrayEquals(
                new double[] {50, 50, 110, 110, 10, 10, 10, 10},
                bicycles().schedules().get("strip").stock(),
                1e-9);
        assertEquals(3, bicycles().schedules().get("strip").lowLevelCode());
    }

    @Test
    void whatToOrderByWhenComesMostUrgentFirst() {
        List<OrderProposal> proposals = bicycles().proposals();

        assertEquals(new OrderProposal("strip", false, 220, -2, 2), proposals.get(0));
        assertEquals(2, proposals.get(0).late());
        assertEquals(
                List.of("strip", "frame", "rim", "bicycle", "frame", "wheel", "bicycle"),
                proposals.stream().map(OrderProposal::part).toList());
        assertTrue(proposals.get(1).made());
    }

    @Test
    void whatIsTooLateIsListedWithHowManyPeriods() {
        assertEquals(
                List.of(
                        new Expedite(Reason.WITHIN_LEAD_TIME, "strip", "", 220, 2, 4, 2),
                        new Expedite(Reason.DUE_AFTER_NEED, "wheel", "W1", 20, 4, 5, 1)),
                bicycles().expedites());
    }

    @Test
    void overdueOrdersAreExpectedNowAndListed() {
        PartSchedule part = single(
                new PartRules(0, 0, 2, LotSize.lotForLot()), List.of(new OpenOrder("O7", "part", 5, -3)), 4, 0, 3);

        assertEquals(List.of(new Expedite(Reason.OVERDUE, "part", "O7", 5, 0, -3, 3)), part.expedites());
        assertEquals(List.of(new OrderProposal("part", false, 2, 0, 2)), part.proposals());
    }

    @Test
    void anOpenOrderIsPulledForwardBeforeAnythingIsProposed() {
        PartSchedule part = single(
                new PartRules(1, 0, 1, LotSize.lotForLot()),
                List.of(new OpenOrder("late", "part", 3, 4), new OpenOrder("soon", "part", 3, 3)),
                0,
                3,
                0,
                0,
                5);

        assertEquals(List.of(new Expedite(Reason.DUE_AFTER_NEED, "part", "soon", 3, 1, 3, 2)), part.expedites());
        assertEquals(List.of(new OrderProposal("part", false, 1, 3, 4)), part.proposals());
    }

    @Test
    void withoutALeadTimeAPartIsOrderedWhenNeeded() {
        PartSchedule part = single(new PartRules(0, 2, 0, new LotSize(4, 3, 1)), List.of(), 1, 0, 5);

        // 1 + 2 in stock make a minimum of 4, in threes 6; then 5 + 2 - 5 = 2 are missing, again 6.
        assertArrayEquals(new double[] {6, 0, 6}, part.plannedReleases(), 1e-9);
        assertArrayEquals(new double[] {5, 5, 6}, part.stock(), 1e-9);
        assertEquals(List.of(), part.expedites());
    }

    @Test
    void partsWithoutRulesAreNamed() {
        MaterialPlan plan =
                new MaterialRequirements(BICYCLE, Map.of(), List.of()).plan(Map.of("wheel", new double[] {8}), 1);

        assertEquals(Set.of("wheel", "rim", "strip"), plan.withoutRules());
        assertEquals(20, plan.schedules().get("strip").plannedReleases()[0], 1e-9);
    }

    @Test
    void stockThatIsOwedIsMadeUpFor() {
        PartSchedule part = single(new PartRules(-4, 0, 0, LotSize.lotForLot()), List.of(), 1, 0);

        assertArrayEquals(new double[] {5, 0}, part.plannedReceipts(), 1e-9);
    }

    @Test
    void impossibleInputIsRefused() {
        MaterialRequirements requirements = new MaterialRequirements(BICYCLE, RULES, List.of());

        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> requirements.plan(Map.of("bicycle", new double[] {1, -2}), 2))
                .getMessage();
        assertTrue(message.contains("bicycle in period 1 is -2.0"), message);
        assertThrows(IllegalArgumentException.class, () -> requirements.plan(Map.of("bicycle", new double[] {1}), 2));
        assertThrows(IllegalArgumentException.class, () -> new PartRules(0, 0, -1, LotSize.lotForLot()));
        assertThrows(IllegalArgumentException.class, () -> new LotSize(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new OpenOrder("O", "part", 0, 1));
    }
}
