package dev.millrace.engines.inventory;

import java.util.function.IntToDoubleFunction;

/** Finds where a function that grows reaches a value: among whole numbers, bisection finds the root exactly. */
final class LeastWhole {

    private static final int MOST = 1 << 30;

    private LeastWhole() {}

    /**
     * The least number from a lowest one on at which the function is no less than a target.
     *
     * @throws IllegalArgumentException where it is less at every number up to 2³⁰
     */
    static int reaching(double target, int lowest, IntToDoubleFunction function) {
        if (function.applyAsDouble(lowest) >= target) {
            return lowest;
        }
        int low = lowest;
        int step = 1;
        while (function.applyAsDouble(Math.min(MOST, lowest + step)) < target) {
            low = lowest + step;
            step *= 2;
            if (low >= MOST) {
                throw new IllegalArgumentException(
                        "No stock up to " + MOST + " units reaches a service of " + target + "; plan in larger units.");
            }
        }
        int high = Math.min(MOST, lowest + step);
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (function.applyAsDouble(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
