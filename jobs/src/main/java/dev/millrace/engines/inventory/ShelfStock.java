package dev.millrace.engines.inventory;

import java.util.ArrayDeque;
import java.util.Deque;

/** Units on hand by day of delivery; the oldest are sold first. */
final class ShelfStock {

    private record Batch(int lastDay, double units) {}

    private final int shelfLife;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private double units;

    ShelfStock(int shelfLife) {
        this.shelfLife = shelfLife;
    }

    double units() {
        return units;
    }

    void add(int day, double added) {
        if (added > 0) {
            batches.add(new Batch((int) Math.min(Integer.MAX_VALUE, (long) day + shelfLife - 1), added));
            units += added;
        }
    }

    /** Takes up to so many units, and says how many there were. */
    double take(double wanted) {
        double left = wanted;
        while (left > 0 && !batches.isEmpty()) {
            Batch oldest = batches.poll();
            if (oldest.units > left) {
                batches.addFirst(new Batch(oldest.lastDay, oldest.units - left));
            }
            left -= Math.min(left, oldest.units);
        }
        units = batches.isEmpty() ? 0 : units - (wanted - left);
        return wanted - left;
    }

    /** Removes what cannot be sold after a day, and says how much it was. */
    double spoil(int day) {
        double spoiled = 0;
        while (!batches.isEmpty() && batches.peek().lastDay <= day && batches.peek().lastDay != Integer.MAX_VALUE) {
            spoiled += batches.poll().units;
        }
        units = batches.isEmpty() ? 0 : units - spoiled;
        return spoiled;
    }
}
