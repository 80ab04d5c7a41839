package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.List;

/**
 * What is ordered of several items together.
 *
 * @param packs of each item, in the order of the items
 * @param gain money that they are expected to save
 * @param bound money that no order within the limits saves more than
 * @param cost money that they draw from the budget
 * @param volume of the capacity that they take
 * @param method by which they were found
 */
public record JointOrder(List<Integer> packs, double gain, double bound, double cost, double volume, Method method) {

    /** How an order was found. */
    public enum Method {
        /** The limits bind nothing: each item has what is best for it. */
        UNBOUND,
        /** A mixed-integer program was solved to its optimum. */
        OPTIMAL,
        /** Packs were taken by what they gain for the price of what they take of the limits; the bound tells how near the optimum. */
        MARGINAL
    }

    /** Keeps a copy of the packs. */
    public JointOrder {
        packs = List.copyOf(packs);
    }

    static JointOrder of(List<JointItem> items, int[] packs, double bound, Method method) {
        double gain = 0;
        double cost = 0;
        double volume = 0;
        for (int i = 0; i < packs.length; i++) {
            JointItem item = items.get(i);
            gain += item.gain(packs[i]);
            cost += packs[i] * item.packCost();
            volume += packs[i] * item.packVolume();
        }
        return new JointOrder(Arrays.stream(packs).boxed().toList(), gain, Math.max(gain, bound), cost, volume, method);
    }
}
