package dev.millrace.engines.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SupplierDaysTest {

    private static double[] drawn(Random random, int deliveries, double mean) {
        double[] days = new double[deliveries];
        Arrays.setAll(days, i -> mean + 5 * random.nextGaussian());
        return days;
    }

    @Test
    void credibilityIsTheVarianceWithinOverThatBetween() {
        Random random = new Random(1);
        Map<String, double[]> days = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            days.put("supplier" + i, drawn(random, 5 + i % 20, 30 + 3 * random.nextGaussian()));
        }

        assertEquals(25 / 9.0, new SupplierDays(days).credibility(), 0.5);
    }

    @Test
    void fewDeliveriesAreDrawnTowardsAll() {
        SupplierDays days = new SupplierDays(Map.of(
                "old", drawn(new Random(2), 200, 20), "older", drawn(new Random(3), 200, 24), "new", new double[] {60
                }));
        LeadTimeEstimate old = days.of("old", 0.5, 0.9);
        LeadTimeEstimate fresh = days.of("new", 0.5, 0.9);

        assertTrue(old.weight() > 0.9 && fresh.weight() < 0.5, old.weight() + " " + fresh.weight());
        assertEquals(20, old.quantiles()[0], 1);
        assertEquals(20 + 1.2816 * 5, old.quantiles()[1], 1.5);
        assertTrue(fresh.mean() < 50 && fresh.mean() > 22, fresh.toString());
        assertTrue(fresh.quantiles()[0] < fresh.quantiles()[1]);
        assertEquals(5, old.deviation(), 0.7);
    }

    @Test
    void shrunkMeansAreNearerTheTruthThanMeansOfTheirOwn() {
        Random random = new Random(4);
        Map<String, double[]> days = new TreeMap<>();
        Map<String, Double> truth = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            truth.put("supplier" + i, 30 + 2 * random.nextGaussian());
            days.put("supplier" + i, drawn(random, 4, truth.get("supplier" + i)));
        }
        SupplierDays all = new SupplierDays(days);
        double shrunk = 0;
        double own = 0;
        for (Map.Entry<String, Double> supplier : truth.entrySet()) {
            shrunk += Math.pow(all.of(supplier.getKey()).mean() - supplier.getValue(), 2);
            own += Math.pow(Moments.mean(days.get(supplier.getKey())) - supplier.getValue(), 2);
        }

        assertTrue(shrunk < 0.6 * own, shrunk + " beside " + own);
    }

    @Test
    void aSupplierWithoutDeliveriesIsLikeAll() {
        SupplierDays days = new SupplierDays(Map.of("known", new double[] {1, 2, 3, 4, 5}, "unknown", new double[0]));
        LeadTimeEstimate unknown = days.of("unknown", 0, 0.25, 1);

        assertEquals(0, unknown.deliveries());
        assertEquals(0, unknown.weight());
        assertEquals(3, unknown.mean());
        assertEquals(2, unknown.quantiles()[1]);
        assertEquals(3, days.of("never heard of").mean());
    }

    @Test
    void suppliersThatDoNotDifferAreOne() {
        SupplierDays days = new SupplierDays(Map.of("a", new double[] {1, 9}, "b", new double[] {2, 8}));

        assertEquals(Double.POSITIVE_INFINITY, days.credibility());
        assertEquals(5, days.of("a").mean());
    }

    @Test
    void whatIsNoExperienceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SupplierDays(Map.of("a", new double[0])));
        assertThrows(IllegalArgumentException.class, () -> new SupplierDays(Map.of("a", new double[] {Double.NaN})));
        assertThrows(
                IllegalArgumentException.class, () -> new SupplierDays(Map.of("a", new double[] {1})).of("a", 1.5));
    }
}
