package dev.millrace.models.propensity;

import dev.millrace.engines.classify.Measures;
import dev.millrace.settings.ActionSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What lists of different lengths would have caught among rows whose outcome is known. The list is made as scores are acted on:
 * by expected profit where the problem names a value, else by probability.
 */
final class ContactBacktest {

    private static final List<Integer> PER_CENT = List.of(5, 10, 20, 30);
    private static final int RESAMPLES = 400;

    private final Measures said;
    private final double[] stakes;
    private final ActionSettings action;
    private final Integer[] order;

    /**
     * A backtest.
     *
     * @param said probability and outcome of each row
     * @param stakes what is lost for each row if it happens, NaN where nobody knows
     */
    ContactBacktest(Measures said, double[] stakes, ActionSettings action) {
        this.said = said;
        this.stakes = stakes.clone();
        this.action = action;
        this.order = IntStream.range(0, stakes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order, Comparator.comparingDouble((Integer row) -> -worth(row)).thenComparing(row -> row));
    }

    /**
     * How a list did.
     *
     * @param list its length in words
     * @param contacted rows on it
     * @param caught those to whom it happened
     * @param reduction share of all to whom it happened for whom it would not have
     * @param interval the 95 % interval of the reduction
     * @param byChance the reduction of a list of the same length drawn by lot
     * @param kept value that would not have been lost; empty where the problem names none
     * @param cost of the contacts
     */
    record ListResult(
            String list,
            int contacted,
            long caught,
            double reduction,
            Measures.Interval interval,
            double byChance,
            Optional<Double> kept,
            double cost) {}

    /** The lists of 5, 10, 20 and 30 per cent, and that of all on whom it pays. */
    List<ListResult> results(long seed) {
        List<ListResult> results = new ArrayList<>();
        for (int share : PER_CENT) {
            results.add(result(share + " %", (int) Math.round(order.length * share / 100.0), seed));
        }
        if (action.value().isPresent()) {
            int pays = (int) Arrays.stream(order).filter(row -> worth(row) > 0).count();
            results.add(result("all on whom it pays", pays, seed));
        }
        return results;
    }

    private double worth(int row) {
        double probability = said.probabilities()[row];
        if (action.value().isEmpty()) {
            return probability;
        }
        return Double.isNaN(stakes[row])
                ? Double.NEGATIVE_INFINITY
                : probability * action.successRate() * stakes[row] - action.contactCost();
    }

    private ListResult result(String list, int length, long seed) {
        boolean[] listed = new boolean[order.length];
        long caught = 0;
        double kept = 0;
        for (int i = 0; i < length; i++) {
            int row = order[i];
            listed[row] = true;
            if (said.labels()[row] > 0) {
                caught++;
                kept += Double.isNaN(stakes[row]) ? 0 : stakes[row];
            }
        }
        return new ListResult(
                list,
                length,
                caught,
                reduction(listed, IntStream.range(0, listed.length).toArray()),
                interval(listed, seed),
                action.successRate() * length / Math.max(1, order.length),
                action.value().isPresent() ? Optional.of(kept * action.successRate()) : Optional.empty(),
                length * action.contactCost());
    }

    private double reduction(boolean[] listed, int... rows) {
        double happened = 0;
        double caught = 0;
        for (int row : rows) {
            happened += said.labels()[row];
            caught += listed[row] ? said.labels()[row] : 0;
        }
        return happened == 0 ? 0 : action.successRate() * caught / happened;
    }

    private Measures.Interval interval(boolean[] listed, long seed) {
        Random random = new Random(seed);
        double[] drawn = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            drawn[i] = reduction(
                    listed, random.ints(listed.length, 0, listed.length).toArray());
        }
        Arrays.sort(drawn);
        return new Measures.Interval(drawn[(int) (RESAMPLES * 0.025)], drawn[(int) (RESAMPLES * 0.975) - 1]);
    }
}
