package dev.millrace.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Plans beside fixed days of cover in the same trial.
 *
 * @param plans what plans brought
 * @param covers what days of cover brought, from few days to many
 * @param chosen what those days of cover brought that were chosen on the year before
 * @param target fill rate
 */
record StockComparison(AssortmentOutcome plans, CoverCurve covers, AssortmentOutcome chosen, double target) {

    private static final int SAMPLES = 1000;
    private static final double TAIL = 0.025;

    private interface Statistic {
        double of(int[] times);
    }

    /** Every series counted once. */
    static int[] once(int series) {
        int[] once = new int[series];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * The figures, with percentiles of a bootstrap whose blocks are series with their whole year, plans and days of cover drawn
     * together. Source: Davison and Hinkley, "Bootstrap Methods and their Application" (1997).
     */
    List<Metric> metrics(long seed) {
        int[][] samples = samples(seed);
        return List.of(
                metric("fill_rate_error", samples, times -> plans.fillRate(times) - target)
                        .beside(chosen.fillRate(all()) - target),
                metric("cost_saving", samples, times -> savingOf(plans, times)),
                metric("cost_saving_as_chosen", samples, times -> 1 - plans.cost(times) / chosen.cost(times)),
                metric("holding_saving", samples, this::holdingSaving));
    }

    /** The share of cost that an outcome saves against days of cover of the same fill rate. */
    double saving(AssortmentOutcome outcome) {
        return savingOf(outcome, all());
    }

    /** What both are, for people. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "Plans cost %.0f in all, %.0f of it holding, at a fill rate of %.4f; in hindsight %.2f days of cover have that rate,"
                        + " at %.0f. Those chosen have %.4f, at %.0f.",
                plans.cost(all()),
                plans.holding(all()),
                plans.fillRate(all()),
                covers.daysAt(plans.fillRate(all()), all()),
                covers.at(plans.fillRate(all()), cover -> cover.cost(all()), all()),
                chosen.fillRate(all()),
                chosen.cost(all()));
    }

    private double savingOf(AssortmentOutcome outcome, int... times) {
        return 1 - outcome.cost(times) / covers.at(outcome.fillRate(times), cover -> cover.cost(times), times);
    }

    private double holdingSaving(int... times) {
        return 1 - plans.holding(times) / covers.at(plans.fillRate(times), cover -> cover.holding(times), times);
    }

    private Metric metric(String name, int[][] samples, Statistic statistic) {
        double[] sorted = Arrays.stream(samples)
                .parallel()
                .mapToDouble(statistic::of)
                .sorted()
                .toArray();
        int tail = (int) (TAIL * SAMPLES);
        return Metric.of(name, statistic.of(all())).within(sorted[tail], sorted[SAMPLES - 1 - tail]);
    }

    private int[] all() {
        return once(plans.demanded().length);
    }

    private int[][] samples(long seed) {
        int series = plans.demanded().length;
        SplittableRandom chance = new SplittableRandom(seed);
        int[][] samples = new int[SAMPLES][series];
        for (int[] sample : samples) {
            for (int draw = 0; draw < series; draw++) {
                sample[chance.nextInt(series)]++;
            }
        }
        return samples;
    }
}
