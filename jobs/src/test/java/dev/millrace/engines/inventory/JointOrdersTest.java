package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointOrdersTest {

    private static final JointOrders EXACT = new JointOrders(100, 0);
    private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    private static JointItem item(Random random, int mostMinimum) {
        double mean = 2 + 6 * random.nextDouble();
        return new JointItem(
                new NegativeBinomialDemand(mean, Math.sqrt(2 * mean)),
                random.nextInt(4),
                1 + random.nextInt(4),
                1 + random.nextInt(mostMinimum),
                1 + 9 * random.nextDouble(),
                random.nextDouble(),
                2 + 10 * random.nextDouble(),
                0.5 * random.nextDouble());
    }

    private static List<JointItem> items(Random random, int many, int mostMinimum) {
        List<JointItem> items = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            items.add(item(random, mostMinimum));
        }
        return items;
    }

    /** The greatest gain of all combinations of packs from an item on. */
    private static double bruteForce(
            List<JointItem> items, double[][] gains, int from, double budget, double capacity) {
        if (from == items.size()) {
            return 0;
        }
        JointItem item = items.get(from);
        double best = Double.NEGATIVE_INFINITY;
        for (int packs = 0; packs < gains[from].length; packs++) {
            double money = budget - packs * item.unitCost() * item.pack();
            double room = capacity - packs * item.unitVolume() * item.pack();
            boolean allowed = packs == 0 || packs >= item.minimumPacks();
            if (allowed && money >= -1e-9 && room >= -1e-9) {
                best = Math.max(best, gains[from][packs] + bruteForce(items, gains, from + 1, money, room));
            }
        }
        return best;
    }

    private static void isBest(List<JointItem> items, JointLimits limits) {
        JointOrder order = EXACT.of(items, limits);
        double[][] gains = new double[items.size()][30];
        for (int i = 0; i < gains.length; i++) {
            Arrays.setAll(gains[i], items.get(i)::gain);
        }
        double best = bruteForce(items, gains, 0, limits.budget(), limits.capacity());

        assertEquals(best, order.gain(), 1e-6, order.toString());
        assertTrue(
                order.cost() <= limits.budget() + 1e-6 && order.volume() <= limits.capacity() + 1e-6, order.toString());
    }

    @Test
    void noCombinationOfPacksSavesMoreUnderABudget() {
        Random random = new Random(1);
        for (int round = 0; round < 12; round++) {
            isBest(items(random, 4, 1), new JointLimits(20 + 60 * random.nextDouble(), UNBOUNDED));
        }
    }

    @Test
    void noCombinationSavesMoreUnderBudgetCapacityAndMinimumOrders() {
        Random random = new Random(2);
        for (int round = 0; round < 12; round++) {
            isBest(items(random, 4, 3), new JointLimits(30 + 60 * random.nextDouble(), 3 + 6 * random.nextDouble()));
        }
    }

    @Test
    void marginalOrdersComeNearTheOptimumAndStayWithinTheLimits() {
        Random random = new Random(3);
        for (int round = 0; round < 4; round++) {
            List<JointItem> items = items(random, 16, 2);
            JointLimits limits = new JointLimits(200, UNBOUNDED);
            JointOrder best = EXACT.of(items, limits);
            JointOrder marginal = new JointOrders(0, 0).of(items, limits);

            assertEquals(JointOrder.Method.OPTIMAL, best.method());
            assertEquals(JointOrder.Method.MARGINAL, marginal.method());
            assertTrue(marginal.cost() <= 200 + 1e-9);
            assertTrue(
                    marginal.gain() <= best.gain() + 1e-6 && marginal.gain() > 0.97 * best.gain(),
                    marginal.gain() + " of " + best.gain());
        }
    }

    @Test
    void noOrderGainsMoreThanTheBoundAndTheBoundIsTight() {
        Random random = new Random(6);
        for (double capacity : new double[] {UNBOUNDED, 20, 5}) {
            List<JointItem> items = items(random, 16, 2);
            JointLimits limits = new JointLimits(200, capacity);
            JointOrder marginal = new JointOrders(0, 0).of(items, limits);
            double best = EXACT.of(items, limits).gain();

            assertTrue(marginal.bound() >= best - 1e-6, marginal.bound() + " under " + best);
            assertTrue(marginal.bound() < 1.06 * best, marginal.bound() + " over " + best);
        }
    }

    @Test
    void whatIsProvenNearEnoughIsNotSearchedFurther() {
        List<JointItem> items = items(new Random(7), 300, 2);
        JointOrder order = new JointOrders(1000, 0.001).of(items, new JointLimits(4000, UNBOUNDED));

        assertEquals(JointOrder.Method.MARGINAL, order.method());
        assertTrue(order.gain() > 0.999 * order.bound() && order.gain() <= order.bound(), order.toString());
    }

    @Test
    void withinWideLimitsEachItemHasItsNewsvendorQuantity() {
        JointItem item = new JointItem(new NormalDemand(100, 20), 30, 1, 1, 5, 0, 9, 1);
        JointOrder order = EXACT.of(List.of(item), new JointLimits(1e6, UNBOUNDED));

        // The critical ratio 9 / (9 + 1): z = 1.2816.
        assertEquals(JointOrder.Method.UNBOUND, order.method());
        assertEquals(100 + 1.2816 * 20 - 30, order.packs().get(0), 1);
    }

    @Test
    void whatGainsNothingIsNotOrdered() {
        JointItem full = new JointItem(new PoissonDemand(3), 50, 1, 1, 1, 0, 9, 1);
        JointItem dear = new JointItem(new PoissonDemand(3), 0, 1, 1, 1000, 0, 9, 1);
        JointItem big = new JointItem(new PoissonDemand(3), 0, 1, 100, 1, 0, 9, 1);

        assertEquals(
                List.of(0, 0, 0),
                EXACT.of(List.of(full, dear, big), new JointLimits(500, UNBOUNDED))
                        .packs());
        assertEquals(
                List.of(), EXACT.of(List.of(), new JointLimits(500, UNBOUNDED)).packs());
    }

    @Test
    void aBudgetOfNothingBuysNothing() {
        List<JointItem> items = items(new Random(4), 5, 1);

        assertEquals(0, EXACT.of(items, new JointLimits(0, UNBOUNDED)).cost());
        assertThrows(IllegalArgumentException.class, () -> new JointLimits(-1, 5));
    }
}
