package dev.millrace.evaluate;

import dev.millrace.engines.inventory.ReplayOutcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What became of every series in a trial, kept apart so that series can be drawn anew.
 *
 * @param demanded units
 * @param served units on the day
 * @param holding money for what was on hand
 * @param cost money in all
 */
record AssortmentOutcome(double[] demanded, double[] served, double[] holding, double[] cost) {

    static AssortmentOutcome of(List<ReplayOutcome> outcomes) {
        return new AssortmentOutcome(
                each(outcomes, ReplayOutcome::demanded),
                each(outcomes, ReplayOutcome::served),
                each(outcomes, outcome -> outcome.costs().holding()),
                each(outcomes, outcome -> outcome.costs().total()));
    }

    /** The share of all units that were served on the day, each series counted so many times. */
    double fillRate(int... times) {
        return sum(served, times) / sum(demanded, times);
    }

    /** Money in all, each series counted so many times. */
    double cost(int... times) {
        return sum(cost, times);
    }

    /** Money for what was on hand, each series counted so many times. */
    double holding(int... times) {
        return sum(holding, times);
    }

    private static double sum(double[] values, int... times) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
        }
        return sum;
    }

    private static double[] each(List<ReplayOutcome> outcomes, ToDoubleFunction<ReplayOutcome> figure) {
        return outcomes.stream().mapToDouble(figure).toArray();
    }
}
