package dev.millrace.engines.inventory;

/**
 * What packs of an item gain, as a line of straight pieces from the minimum order on. The gain of a pack falls with each pack before
 * it, because the loss function is convex: so a program may fill the pieces in any order and still meet the true gain.
 *
 * @param minimum packs in the first order; 0 where no order gains anything
 * @param minimumGain money gained by these
 * @param widths packs in each further piece
 * @param gains money gained by each pack of it
 */
record PackGains(int minimum, double minimumGain, int[] widths, double[] gains) {

    /** Up to so many packs, each is a piece of its own and nothing is approximated. */
    private static final int PIECES = 40;

    static PackGains of(JointItem item, JointLimits limits) {
        int minimum = item.minimumPacks();
        int fitting = limits.packsOf(item);
        if (fitting < minimum || !(item.gain(minimum) > 0)) {
            return new PackGains(0, 0, new int[0], new double[0]);
        }
        int best = bestFrom(item, minimum, fitting);
        int pieces = Math.min(PIECES, best - minimum);
        int[] widths = new int[pieces];
        double[] gains = new double[pieces];
        int from = minimum;
        for (int k = 0; k < pieces; k++) {
            int to = minimum + (int) ((long) (best - minimum) * (k + 1) / pieces);
            widths[k] = to - from;
            gains[k] = (item.gain(to) - item.gain(from)) / widths[k];
            from = to;
        }
        return new PackGains(minimum, item.gain(minimum), widths, gains);
    }

    /** The packs at which the gain is greatest. */
    private static int bestFrom(JointItem item, int minimum, int fitting) {
        int low = minimum;
        int step = 1;
        while (low + step < fitting && low + step > 0 && item.gain(low + step) > item.gain(low + step - 1)) {
            low += step;
            step = Math.min(step * 2, 1 << 20);
        }
        int high = (int) Math.min(fitting, (long) low + step);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (item.gain(middle) > item.gain(middle - 1)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The packs that gain most, if nothing else is bought. */
    int most() {
        int packs = minimum;
        for (int width : widths) {
            packs += width;
        }
        return packs;
    }

    /** The most that a pack gains, money; of a minimum order in the mean, since none of it comes alone. */
    double mostByPack() {
        return minimum > 0 ? minimumGain / minimum : 0;
    }

    /** The most that can be gained beyond a price that is paid for each pack, in money. */
    double beyond(double price) {
        double beyond = minimumGain - minimum * price;
        for (int k = 0; k < widths.length && gains[k] > price; k++) {
            beyond += widths[k] * (gains[k] - price);
        }
        return Math.max(0, beyond);
    }
}
