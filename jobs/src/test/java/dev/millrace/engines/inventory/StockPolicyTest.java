package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StockPolicyTest {

    @Test
    void orderingUpToALevelFillsItWithWholePacks() {
        StockPolicy policy = new OrderUpTo(20, 6);

        assertEquals(0, policy.order(20));
        assertEquals(6, policy.order(19));
        assertEquals(12, policy.order(13.5));
    }

    @Test
    void belowTheReorderPointMinMaxFillsUpToItsLevel() {
        StockPolicy policy = new MinMax(5, 20, 1);

        assertEquals(0, policy.order(6));
        assertEquals(15, policy.order(5));
        assertEquals(23, policy.order(-3));
    }

    @Test
    void aFixedQuantityIsOrderedAsOftenAsTheReorderPointNeeds() {
        StockPolicy policy = new FixedQuantity(5, 10);

        assertEquals(0, policy.order(6));
        assertEquals(10, policy.order(5));
        assertEquals(20, policy.order(-5));
    }

    @Test
    void policiesThatOrderNothingForEverAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FixedQuantity(5, 0));
        assertThrows(IllegalArgumentException.class, () -> new MinMax(5, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new OrderUpTo(5, 0));
    }
}
