package dev.millrace.engines.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Orders packs one after another by what each gains for the price of what it takes of the limits. Source: Fox, "Discrete optimization via
 * marginal analysis", Management Science 13 (1966).
 */
final class MarginalOrders {

    /** Packs that may come next: the minimum order of an item, or one pack more. */
    private record Step(int item, int packs, double gainByPrice) {}

    private final List<JointItem> items;
    private final List<PackGains> gains;
    private final JointLimits limits;
    private final LimitPrices prices;

    MarginalOrders(List<JointItem> items, List<PackGains> gains, JointLimits limits, LimitPrices prices) {
        this.items = items;
        this.gains = gains;
        this.limits = limits;
        this.prices = prices;
    }

    int[] best() {
        PriorityQueue<Step> next = new PriorityQueue<>(
                Comparator.comparingDouble((Step step) -> -step.gainByPrice).thenComparingInt(Step::item));
        int[] packs = new int[items.size()];
        for (int i = 0; i < packs.length; i++) {
            if (gains.get(i).minimum() > 0) {
                next.add(step(i, 0, gains.get(i).minimum()));
            }
        }
        double cost = 0;
        double volume = 0;
        while (!next.isEmpty()) {
            Step step = next.poll();
            JointItem item = items.get(step.item);
            double costThen = cost + step.packs * item.packCost();
            double volumeThen = volume + step.packs * item.packVolume();
            if (limits.allow(costThen, volumeThen)) {
                cost = costThen;
                volume = volumeThen;
                packs[step.item] += step.packs;
                if (packs[step.item] < gains.get(step.item).most()) {
                    next.add(step(step.item, packs[step.item], 1));
                }
            }
        }
        return packs;
    }

    private Step step(int i, int before, int packs) {
        JointItem item = items.get(i);
        double gain = item.gain(before + packs) - item.gain(before);
        return new Step(i, packs, gain / (packs * prices.of(item)));
    }
}
