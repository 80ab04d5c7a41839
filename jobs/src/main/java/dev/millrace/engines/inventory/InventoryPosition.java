package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the inventory position (on hand and on order, less what is owed) stands just after a review, in the long run, and by how much
 * it has fallen below the reorder point when an order is placed. All is relative to the reorder point, so that it is computed once
 * while the reorder point is searched for. Source: Axsäter, "Inventory Control", 3rd ed. (2015), chapter 5; for (s, S) the
 * renewal function of Zheng and Federgruen, "Finding optimal (s, S) policies is about as simple as evaluating a single policy",
 * Operations Research 39 (1991).
 */
final class InventoryPosition {

    private static final int CELLS = 200;

    /** Positions after a review, less the reorder point, and how often each is met. */
    private final double[] above;

    private final double[] weight;
    private final double ordersPerReview;
    /** Reorder point less position when ordering, in equal steps from 0, and how often each is met. */
    private final double[] undershoot;

    private final double undershootStep;

    private InventoryPosition(
            double[] above, double[] weight, double ordersPerReview, double[] undershoot, double undershootStep) {
        this.above = above;
        this.weight = weight;
        this.ordersPerReview = ordersPerReview;
        this.undershoot = undershoot;
        this.undershootStep = undershootStep;
    }

    private static InventoryPosition of(
            double[] above, double[] weight, double ordersPerReview, DemandDistribution review) {
        DiscreteDemand demand = DiscreteDemand.of(review);
        return new InventoryPosition(above, weight, ordersPerReview, undershoot(above, weight, demand), demand.step());
    }

    /**
     * Ordering up to one level at every review: the level is the reorder point. What was demanded since the last review is ordered, and
     * of that the mean is all that is asked for: none of its distribution is worked out, for a plan of this kind is made in a replay for
     * each item and review.
     */
    static InventoryPosition upTo(DemandDistribution review) {
        double demanded = review.expectedShortage(0);
        return new InventoryPosition(
                new double[] {0}, new double[] {1}, 1 - review.atMost(0), new double[] {0, 1}, demanded);
    }

    /** Ordering a quantity, or the least multiple of it that suffices, once the reorder point is reached. */
    static InventoryPosition fixed(int quantity, DemandDistribution review) {
        int cells = Math.min(quantity, CELLS);
        double step = (double) quantity / cells;
        double[] above = new double[cells];
        double[] weight = new double[cells];
        Arrays.fill(weight, 1.0 / cells);
        double orders = 0;
        for (int i = 0; i < cells; i++) {
            above[i] = i * step + (step + 1) / 2;
            orders += weight[i] * review.atLeast(above[i]);
        }
        return of(above, weight, orders, review);
    }

    /** Ordering up to a level once the reorder point, which lies a gap below, is reached. */
    static InventoryPosition minMax(int gap, DemandDistribution review) {
        int cells = Math.min(gap, CELLS);
        // The last cell ends where the reorder point is reached, half a unit before it as for whole units.
        double step = (gap - 0.5) / (cells - 0.5);
        if (step > Math.max(1, review.mean())) {
            return fixed(gap, review);
        }
        double[] probability = new double[cells];
        double tail = 1;
        for (int j = 0; j < cells; j++) {
            double next = review.atLeast((j + 0.5) * step);
            probability[j] = tail - next;
            tail = next;
        }
        double[] weight = visits(probability);
        double reviews = Arrays.stream(weight).sum();
        double[] above = new double[cells];
        for (int j = 0; j < cells; j++) {
            weight[j] /= reviews;
            above[j] = gap - j * step;
        }
        return of(above, weight, 1 / reviews, review);
    }

    /** How many reviews find demand since the last order at each quantity, from one order to the next. */
    private static double[] visits(double[] probability) {
        double[] visits = new double[probability.length];
        for (int j = 0; j < visits.length; j++) {
            double arrivals = j == 0 ? 1 : 0;
            for (int i = 1; i <= j; i++) {
                arrivals += probability[i] * visits[j - i];
            }
            visits[j] = arrivals / (1 - probability[0]);
        }
        return visits;
    }

    private static double[] undershoot(double[] above, double[] weight, DiscreteDemand demand) {
        int last = demand.probability().length - 1;
        double[] density = new double[(int) Math.ceil(demand.quantity(last) / demand.step()) + 2];
        double all = 0;
        for (int i = 0; i < above.length; i++) {
            for (int j = 0; j <= last; j++) {
                double below = demand.quantity(j) - above[i];
                if (below >= 0) {
                    double probability = weight[i] * demand.probability()[j];
                    int cell = (int) (below / demand.step());
                    double part = below / demand.step() - cell;
                    density[cell] += probability * (1 - part);
                    density[cell + 1] += probability * part;
                    all += probability;
                }
            }
        }
        for (int u = 0; u < density.length && all > 0; u++) {
            density[u] /= all;
        }
        return density;
    }

    /** The mean of a function of the position after a review. */
    double mean(int reorderPoint, DoubleUnaryOperator function) {
        double mean = 0;
        for (int i = 0; i < above.length; i++) {
            mean += weight[i] * function.applyAsDouble(reorderPoint + above[i]);
        }
        return mean;
    }

    /** The mean of a function of the position just before an order is placed; of a straight one where {@link #replacesDemand}. */
    double meanWhenOrdering(int reorderPoint, DoubleUnaryOperator function) {
        double mean = 0;
        for (int u = 0; u < undershoot.length; u++) {
            if (undershoot[u] > 0) {
                mean += undershoot[u] * function.applyAsDouble(reorderPoint - u * undershootStep);
            }
        }
        return mean;
    }

    /** Whether a review orders whatever has been demanded since the last. */
    boolean replacesDemand() {
        return above.length == 1 && above[0] == 0;
    }

    double ordersPerReview() {
        return ordersPerReview;
    }
}
