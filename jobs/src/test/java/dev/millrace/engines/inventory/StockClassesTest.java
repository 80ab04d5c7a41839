package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockClassesTest {

    private static List<String> classes(double[] value, double[] variation) {
        return StockClasses.usual().of(value, variation).stream()
                .map(StockClass::toString)
                .toList();
    }

    @Test
    void classesFollowTheCumulativeShareOfValueAndTheVariation() {
        double[] value = {5, 60, 25, 10, 0};
        double[] variation = {0.5, 0.2, 0.7, 1.3, Double.NaN};

        // 60, 85 (fills A), 95 (fills B), 100.
        assertEquals(List.of("CX", "AX", "AY", "BZ", "CZ"), classes(value, variation));
    }

    @Test
    void oneItemIsInAAndItemsWithoutValueAreInC() {
        assertEquals(List.of("AX"), classes(new double[] {3}, new double[] {0.1}));
        assertEquals(List.of("CX", "CX"), classes(new double[2], new double[2]));
        assertEquals(List.of(), classes(new double[0], new double[0]));
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StockClasses(0.9, 0.8, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new StockClasses(0.8, 0.9, 1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> classes(new double[] {-1}, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> classes(new double[1], new double[2]));
    }

    @Test
    void serviceFallsWithValueAndVariability() {
        ServiceByClass service = ServiceByClass.of(ServiceTarget.Measure.FILL_RATE, 0.98, 0.95, 0.9, 0.02);

        assertEquals(
                0.98,
                service.target(new StockClass(ValueClass.A, VariabilityClass.X)).level());
        assertEquals(
                0.86,
                service.target(new StockClass(ValueClass.C, VariabilityClass.Z)).level(),
                1e-12);
    }

    @Test
    void everyClassNeedsAServiceThatCanBeReached() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ServiceByClass(ServiceTarget.Measure.FILL_RATE, Map.of()))
                .getMessage();
        assertTrue(message.contains("AX"), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> ServiceByClass.of(ServiceTarget.Measure.FILL_RATE, 1, 0.95, 0.9, 0));
    }
}
