package dev.millrace.evaluate;

import dev.millrace.engines.inventory.ReplayOutcome;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What became of every series in a trial, kept apart so that series can be drawn anew.
 *
 * @param demanded units
 * @param served units on the day
 * @param owedDays units owed at days' ends, added up
 * @param holding money for what was on hand
 * @param cost money in all
 */
record AssortmentOutcome(double[] demanded, double[] served, double[] owedDays, double[] holding, double[] cost) {

    static AssortmentOutcome of(List<ReplayOutcome> outcomes) {
        return new AssortmentOutcome(
                each(outcomes, ReplayOutcome::demanded),
                each(outcomes, ReplayOutcome::served),
                each(outcomes, ReplayOutcome::owedDays),
                each(outcomes, outcome -> outcome.costs().holding()),
                each(outcomes, outcome -> outcome.costs().total()));
    }

    /** The share of all units that were served on the day, of some series; what is drawn twice counts twice. */
    double fillRate(int... drawn) {
        return sum(served, drawn) / sum(demanded, drawn);
    }

    /** For how many days a unit that was asked for was waited for, in the mean over all units (Little 1961), of some series. */
    double waitingDays(int... drawn) {
        return sum(owedDays, drawn) / sum(demanded, drawn);
    }

    /** Money in all, of some series. */
    double cost(int... drawn) {
        return sum(cost, drawn);
    }

    /** Money for what was on hand, of some series. */
    double holding(int... drawn) {
        return sum(holding, drawn);
    }

    /** Every series, once. */
    int[] all() {
        return IntStream.range(0, demanded.length).toArray();
    }

    private static double sum(double[] values, int... drawn) {
        double sum = 0;
        for (int series : drawn) {
            sum += values[series];
        }
        return sum;
    }

    private static double[] each(List<ReplayOutcome> outcomes, ToDoubleFunction<ReplayOutcome> figure) {
        return outcomes.stream().mapToDouble(figure).toArray();
    }
}
