package dev.millrace.engines.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** How much a figure owes to which rows happened to be there: the figure of rows drawn again, with replacement (Efron, 1979). */
public final class Bootstrap {

    private static final int RESAMPLES = 400;

    private Bootstrap() {}

    /**
     * The 95 % interval of a figure (percentiles). The same seed draws the same rows for each figure.
     *
     * @param rows how many rows there are; what hangs together, such as the days of an item, is one row
     * @param seed of the draws
     * @param figure the figure of rows that were drawn, given by their indexes
     */
    public static Interval interval(int rows, long seed, ToDoubleFunction<int[]> figure) {
        Random random = new Random(seed);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            figures[i] = figure.applyAsDouble(random.ints(rows, 0, rows).toArray());
        }
        return Interval.percentiles(figures);
    }

    /** The same of a figure of a list's rows. */
    public static <T> Interval interval(List<T> rows, long seed, ToDoubleFunction<List<T>> figure) {
        return interval(
                rows.size(),
                seed,
                drawn -> figure.applyAsDouble(
                        Arrays.stream(drawn).mapToObj(rows::get).toList()));
    }
}
