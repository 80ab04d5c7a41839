package dev.millrace.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ShopPlanTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    @Test
    void anOrdinaryPlanHasTheDefaults() {
        assertEquals(new ShopPlan("/tmp/shop", FROM, 30, 1, 42, 0.005), ShopPlan.of("/tmp/shop", 30));
    }

    @Test
    void whatCannotBeSimulatedIsNamed() {
        assertRefused("to is empty", () -> new ShopPlan(" ", FROM, 30, 1, 42, 0));
        assertRefused("from is missing", () -> new ShopPlan("/tmp/shop", null, 30, 1, 42, 0));
        assertRefused("days is 0", () -> new ShopPlan("/tmp/shop", FROM, 0, 1, 42, 0));
        assertRefused("scale is 0.0", () -> new ShopPlan("/tmp/shop", FROM, 30, 0, 42, 0));
        assertRefused("scale is NaN", () -> new ShopPlan("/tmp/shop", FROM, 30, Double.NaN, 42, 0));
        assertRefused("dirt is 0.7", () -> new ShopPlan("/tmp/shop", FROM, 30, 1, 42, 0.7));
    }

    private static void assertRefused(String reason, Executable plan) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, plan);
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
