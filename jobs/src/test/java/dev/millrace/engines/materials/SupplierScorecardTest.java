package dev.millrace.engines.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupplierScorecardTest {

    @Test
    void aScorecardSumsUpDeliveries() {
        SupplierScorecard card = SupplierScorecard.of(
                List.of(
                        new Delivery(10, 8, 100, 100, 0),
                        new Delivery(10, 11, 50, 40, 4),
                        new Delivery(10, 16, 50, 60, 6),
                        new Delivery(10, 10, 100, 100, 1)),
                0);

        assertEquals(4, card.deliveries());
        assertEquals(0.5, card.onTime().share());
        assertEquals(0.25, card.onTimeInFull().share());
        assertEquals(1.25, card.meanDelay(), 1e-12);
        // Delays of -2, 1, 6 and 0 around 1.25: squares of 10.5625 + 0.0625 + 22.5625 + 1.5625.
        assertEquals(Math.sqrt(34.75 / 3), card.delayDeviation(), 1e-12);
        assertEquals(Math.sqrt(34.75 / 3) / 11.25, card.leadTimeVariation(), 1e-12);
        assertEquals(1 - 20 / 300.0, card.quantityAccuracy(), 1e-12);
        assertEquals(289 / 300.0, card.quality(), 1e-12);
    }

    @Test
    void daysOfGraceCountAsOnTime() {
        List<Delivery> deliveries = List.of(new Delivery(10, 11, 1, 1, 0), new Delivery(10, 13, 1, 1, 0));

        assertEquals(0.5, SupplierScorecard.of(deliveries, 1).onTime().share());
        assertEquals(0, SupplierScorecard.of(deliveries, 0).onTime().share());
    }

    @Test
    void anIntervalOfFewDeliveriesIsWide() {
        // Wilson (1927) as tabulated: 8 of 10 is 0.490 to 0.943; 0 of 10 is 0 to 0.278.
        WilsonInterval most = WilsonInterval.of(8, 10);
        WilsonInterval none = WilsonInterval.of(0, 10);

        assertEquals(0.490, most.low(), 5e-4);
        assertEquals(0.943, most.high(), 5e-4);
        assertEquals(0, none.low(), 1e-12);
        assertEquals(0.278, none.high(), 5e-4);
    }

    @Test
    void oneDeliveryHasNoVariability() {
        assertTrue(Double.isNaN(
                SupplierScorecard.of(List.of(new Delivery(3, 4, 1, 1, 0)), 0).delayDeviation()));
    }

    @Test
    void whatCannotBeADeliveryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SupplierScorecard.of(List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new Delivery(3, -1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Delivery(3, 4, 1, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0));
    }
}
