package dev.millrace.engines.inventory;

/**
 * A distribution in steps: exact in whole units where they are few, else in equal cells.
 *
 * @param first the lowest quantity
 * @param step between quantities, in units; 1 or more
 * @param probability of each quantity
 */
record DiscreteDemand(double first, double step, double[] probability) {

    private static final int CELLS = 200;
    private static final double NEGLIGIBLE = 1e-9;
    private static final int FAR = 8;

    /** What is below zero counts as zero. */
    static DiscreteDemand of(DemandDistribution demand) {
        double stride = Math.max(1, FAR * demand.deviation());
        double last = demand.mean() + stride;
        while (demand.atLeast(last) > NEGLIGIBLE) {
            last += stride;
        }
        double first = Math.floor(Math.max(0, demand.mean() - stride));
        int cells = (int) Math.min(CELLS, Math.ceil(last - first));
        double step = Math.max(1, (last - first) / cells);
        double[] probability = new double[cells + 1];
        double tail = 1;
        for (int j = 0; j < cells; j++) {
            double next = demand.atLeast(first + (j + 0.5) * step);
            probability[j] = tail - next;
            tail = next;
        }
        probability[cells] = tail;
        return new DiscreteDemand(first, step, probability);
    }

    double quantity(int j) {
        return first + j * step;
    }
}
