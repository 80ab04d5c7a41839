package dev.millrace.engines.classify;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** How much a figure owes to which rows happened to be there: the figure of rows drawn again, with replacement (Efron, 1979). */
public final class Bootstrap {

    private static final int RESAMPLES = 400;

    private Bootstrap() {}

    /**
     * The 95 % interval of a figure (percentiles).
     *
     * @param rows how many rows there are
     * @param seed of the draws
     * @param figure the figure of rows that were drawn, given by their indexes
     */
    public static Measures.Interval interval(int rows, long seed, ToDoubleFunction<int[]> figure) {
        Random random = new Random(seed);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            figures[i] = figure.applyAsDouble(random.ints(rows, 0, rows).toArray());
        }
        Arrays.sort(figures);
        return new Measures.Interval(figures[(int) (RESAMPLES * 0.025)], figures[(int) (RESAMPLES * 0.975) - 1]);
    }
}
