package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What a policy brought over an assortment, each figure with the interval that would hold for other items of its kind.
 *
 * @param items replayed
 * @param fillRate the share of all units that were served on the day
 * @param holding money for what was on hand
 * @param ordering money for orders
 * @param shortage money for what was asked for and not there
 * @param waste money for what spoiled
 * @param total money in all
 */
public record ReplayReport(
        int items,
        Interval fillRate,
        Interval holding,
        Interval ordering,
        Interval shortage,
        Interval waste,
        Interval total) {

    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;

    /**
     * A figure and its interval of 95 %.
     *
     * @param estimate the figure itself
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double estimate, double low, double high) {}

    /**
     * Sums up replays. Intervals are percentiles of a bootstrap whose blocks are items with all their days, since the days of an item
     * hang together. Source: Davison and Hinkley, "Bootstrap Methods and their Application" (1997).
     *
     * @throws IllegalArgumentException where there is none
     */
    public static ReplayReport of(List<ReplayOutcome> outcomes, long seed) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    "No item was replayed, so that there is nothing to report; give at least one.");
        }
        int[][] samples = samples(outcomes.size(), seed);
        return new ReplayReport(
                outcomes.size(),
                interval(outcomes, samples, ReplayReport::fillRate),
                sum(outcomes, samples, outcome -> outcome.costs().holding()),
                sum(outcomes, samples, outcome -> outcome.costs().ordering()),
                sum(outcomes, samples, outcome -> outcome.costs().shortage()),
                sum(outcomes, samples, outcome -> outcome.costs().waste()),
                sum(outcomes, samples, outcome -> outcome.costs().total()));
    }

    /** How often each item is in each sample. */
    private static int[][] samples(int items, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] samples = new int[RESAMPLES][items];
        for (int[] sample : samples) {
            for (int draw = 0; draw < items; draw++) {
                sample[random.nextInt(items)]++;
            }
        }
        return samples;
    }

    private static Interval sum(List<ReplayOutcome> outcomes, int[][] samples, ToDoubleFunction<ReplayOutcome> figure) {
        return interval(outcomes, samples, (all, times) -> weighted(all, times, figure));
    }

    private static double fillRate(List<ReplayOutcome> outcomes, int... times) {
        double demanded = weighted(outcomes, times, ReplayOutcome::demanded);
        return demanded > 0 ? weighted(outcomes, times, ReplayOutcome::served) / demanded : 1;
    }

    private static double weighted(List<ReplayOutcome> outcomes, int[] times, ToDoubleFunction<ReplayOutcome> figure) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * figure.applyAsDouble(outcomes.get(i));
        }
        return sum;
    }

    private interface Statistic {
        double of(List<ReplayOutcome> outcomes, int[] times);
    }

    private static Interval interval(List<ReplayOutcome> outcomes, int[][] samples, Statistic statistic) {
        int[] once = new int[outcomes.size()];
        Arrays.fill(once, 1);
        double[] resampled = Arrays.stream(samples)
                .mapToDouble(times -> statistic.of(outcomes, times))
                .sorted()
                .toArray();
        return new Interval(
                statistic.of(outcomes, once),
                resampled[(int) (TAIL * RESAMPLES)],
                resampled[RESAMPLES - 1 - (int) (TAIL * RESAMPLES)]);
    }
}
