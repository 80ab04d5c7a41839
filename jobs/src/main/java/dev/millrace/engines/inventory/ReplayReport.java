package dev.millrace.engines.inventory;

import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
import java.util.List;
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
        int items, Figure fillRate, Figure holding, Figure ordering, Figure shortage, Figure waste, Figure total) {

    /**
     * A figure and its interval.
     *
     * @param estimate the figure itself
     * @param interval of other items of the kind
     */
    public record Figure(double estimate, Interval interval) {}

    /**
     * Sums up replays. Intervals are those of a bootstrap whose rows are items with all their days, since the days of an item hang
     * together. Source: Davison and Hinkley, "Bootstrap Methods and their Application" (1997).
     *
     * @throws IllegalArgumentException where there is none
     */
    public static ReplayReport of(List<ReplayOutcome> outcomes, long seed) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    "No item was replayed, so that there is nothing to report; give at least one.");
        }
        return new ReplayReport(
                outcomes.size(),
                figure(outcomes, seed, ReplayReport::fillRate),
                sum(outcomes, seed, outcome -> outcome.costs().holding()),
                sum(outcomes, seed, outcome -> outcome.costs().ordering()),
                sum(outcomes, seed, outcome -> outcome.costs().shortage()),
                sum(outcomes, seed, outcome -> outcome.costs().waste()),
                sum(outcomes, seed, outcome -> outcome.costs().total()));
    }

    private static Figure sum(List<ReplayOutcome> outcomes, long seed, ToDoubleFunction<ReplayOutcome> part) {
        return figure(outcomes, seed, drawn -> drawn.stream().mapToDouble(part).sum());
    }

    private static double fillRate(List<ReplayOutcome> outcomes) {
        double demanded = outcomes.stream().mapToDouble(ReplayOutcome::demanded).sum();
        double served = outcomes.stream().mapToDouble(ReplayOutcome::served).sum();
        return demanded > 0 ? served / demanded : 1;
    }

    private static Figure figure(
            List<ReplayOutcome> outcomes, long seed, ToDoubleFunction<List<ReplayOutcome>> statistic) {
        return new Figure(statistic.applyAsDouble(outcomes), Bootstrap.interval(outcomes, seed, statistic));
    }
}
