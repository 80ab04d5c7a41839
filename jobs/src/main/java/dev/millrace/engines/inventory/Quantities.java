package dev.millrace.engines.inventory;

/** What a figure must be before anything is computed from it. */
final class Quantities {

    private Quantities() {}

    /** Refuses what is negative, infinite or not a number, by an IllegalArgumentException. */
    static void requireQuantity(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be a number from 0.");
        }
    }

    /** Refuses what is not above zero, infinite or not a number, by an IllegalArgumentException. */
    static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be a number above 0.");
        }
    }

    /**
     * Refuses a history without values or with negative ones, by an IllegalArgumentException.
     *
     * @param advice what to do about a negative value
     */
    static void requireHistory(String what, double[] values, String advice) {
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    what + " has no history, so that nothing is known of it; give the mean and the"
                            + " deviation of something like it.");
        }
        for (int t = 0; t < values.length; t++) {
            if (!(values[t] >= 0) || Double.isInfinite(values[t])) {
                throw new IllegalArgumentException(
                        what + " is " + values[t] + " in period " + t + "; it must be a number from 0. " + advice);
            }
        }
    }
}
