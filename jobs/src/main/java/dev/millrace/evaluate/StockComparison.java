package dev.millrace.evaluate;

import dev.millrace.engines.statistics.Bootstrap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Plans beside fixed days of cover in the same trial.
 *
 * @param plans what plans brought
 * @param faster what plans of a higher fill rate brought, which were to cost no more than days of cover
 * @param covers what days of cover brought, from few days to many
 * @param chosen what those days of cover brought that were chosen on the year before
 * @param target fill rate
 */
record StockComparison(
        AssortmentOutcome plans, AssortmentOutcome faster, CoverCurve covers, AssortmentOutcome chosen, double target) {

    /**
     * The figures, with a bootstrap whose rows are series with their whole year, plans and days of cover drawn together. Source: Davison
     * and Hinkley, "Bootstrap Methods and their Application" (1997).
     */
    List<Metric> metrics(long seed) {
        return List.of(
                metric("fill_rate_error", seed, drawn -> plans.fillRate(drawn) - target)
                        .beside(chosen.fillRate(all()) - target),
                metric("cost_saving", seed, drawn -> savingOf(plans, drawn)),
                metric("cost_saving_as_chosen", seed, drawn -> 1 - plans.cost(drawn) / chosen.cost(drawn)),
                metric("holding_saving", seed, this::holdingSaving),
                metric("response_saving", seed, drawn -> 1 - faster.waitingDays(drawn) / chosen.waitingDays(drawn)));
    }

    /** How long units were waited for, for people. */
    String waiting(double target) {
        return String.format(
                Locale.ROOT,
                "Plans for a fill rate of %.3f reach %.4f and cost %.0f; a unit is waited for %.4f days in the mean, and %.4f with the"
                        + " days of cover that were chosen, which cost %.0f. Days of cover that reach the higher rate cost %.0f, with"
                        + " %.4f days to wait: so much of the gain is the target's.",
                target,
                faster.fillRate(all()),
                faster.cost(all()),
                faster.waitingDays(all()),
                chosen.waitingDays(all()),
                chosen.cost(all()),
                covers.at(faster.fillRate(all()), cover -> cover.cost(all()), all()),
                covers.at(faster.fillRate(all()), cover -> cover.waitingDays(all()), all()));
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

    private double savingOf(AssortmentOutcome outcome, int... drawn) {
        return 1 - outcome.cost(drawn) / covers.at(outcome.fillRate(drawn), cover -> cover.cost(drawn), drawn);
    }

    private double holdingSaving(int... drawn) {
        return 1 - plans.holding(drawn) / covers.at(plans.fillRate(drawn), cover -> cover.holding(drawn), drawn);
    }

    private Metric metric(String name, long seed, ToDoubleFunction<int[]> figure) {
        return Metric.of(name, figure.applyAsDouble(all()))
                .within(Bootstrap.interval(plans.demanded().length, seed, figure));
    }

    private int[] all() {
        return plans.all();
    }
}
