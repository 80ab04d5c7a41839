package dev.millrace.engines.inventory;

import java.util.SplittableRandom;

/** How many days each order of an item takes in a replay. */
@FunctionalInterface
public interface LeadTimes {

    /**
     * Days from an order to its delivery; 0 where it is there on the same morning.
     *
     * @param order the how-manieth order of the item, from 0
     */
    int days(int order);

    /** Always as many days. */
    static LeadTimes certain(int days) {
        Quantities.requireQuantity("The lead time", days);
        return order -> days;
    }

    /**
     * Those that were seen, one after another and from the first again.
     *
     * @throws IllegalArgumentException where there is none, or a negative one
     */
    static LeadTimes asSeen(int... seen) {
        int[] days = checked(seen);
        return order -> days[order % days.length];
    }

    /**
     * Any of those that were seen, by chance.
     *
     * @param seed give each item its own
     * @throws IllegalArgumentException where there is none, or a negative one
     */
    static LeadTimes drawn(long seed, int... seen) {
        int[] days = checked(seen);
        return order -> days[new SplittableRandom(seed + 0x9E3779B97F4A7C15L * order).nextInt(days.length)];
    }

    private static int[] checked(int... seen) {
        double[] values = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            values[i] = seen[i];
        }
        Quantities.requireHistory("The lead time", values, "A delivery before its order belongs to another order.");
        return seen.clone();
    }
}
