package dev.millrace.engines.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Orders several items together under a budget and a capacity: whole packs whose expected saving is greatest. Source of the problem:
 * Silver, Pyke and Thomas (2017), on the newsvendor of several items under one budget.
 */
public final class JointOrders {

    private final int mostItems;
    private final double tolerance;

    /**
     * Orders by marginal gain where that is proven to be near enough to the optimum, and else looks for the optimum.
     *
     * @param mostItems the most competing items for which the optimum is looked for; 0 for none. Some thirty take a second, and a hundred
     *     more than the ten that are allowed.
     * @param tolerance the share of the gain that may be missed, such as 0.001; 0 for none
     * @throws IllegalArgumentException below 0
     */
    public JointOrders(int mostItems, double tolerance) {
        Quantities.requireQuantity("The most items that are solved exactly", mostItems);
        Quantities.requireQuantity("The share of the gain that may be missed", tolerance);
        this.mostItems = mostItems;
        this.tolerance = tolerance;
    }

    /**
     * The best packs. An item of more than forty packs is valued along chords between forty points, so that it may be a pack off.
     *
     * @return packs of each item, the method named
     */
    public JointOrder of(List<JointItem> items, JointLimits limits) {
        List<PackGains> gains = new ArrayList<>();
        int[] most = new int[items.size()];
        for (int i = 0; i < most.length; i++) {
            gains.add(PackGains.of(items.get(i), limits));
            most[i] = gains.get(i).most();
        }
        JointOrder unbound = JointOrder.of(items, most, 0, JointOrder.Method.UNBOUND);
        if (limits.allow(unbound.cost(), unbound.volume())) {
            return unbound;
        }
        LimitPrices prices = new GainBound(items, gains, limits).lowest();
        double bound = Math.min(unbound.gain(), prices.bound());
        int[] packs = new MarginalOrders(items, gains, limits, prices).best();
        JointOrder marginal = JointOrder.of(items, packs, bound, JointOrder.Method.MARGINAL);
        long competing = Arrays.stream(most).filter(each -> each > 0).count();
        boolean near = marginal.bound() - marginal.gain() <= tolerance * marginal.bound();
        return near || competing > mostItems
                ? marginal
                : optimal(items, gains, limits).orElse(marginal);
    }

    private static Optional<JointOrder> optimal(List<JointItem> items, List<PackGains> gains, JointLimits limits) {
        return new PackProgram(items, gains, limits)
                .solve()
                .map(packs -> JointOrder.of(items, packs, 0, JointOrder.Method.OPTIMAL))
                .filter(order -> limits.allow(order.cost(), order.volume()));
    }
}
