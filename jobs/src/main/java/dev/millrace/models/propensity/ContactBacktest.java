package dev.millrace.models.propensity;

import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.settings.ActionSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What lists of different lengths would have caught among rows whose outcome is known: the most probable, and, where the problem
 * names a value, the most profitable, as scores are acted on. The two differ: those who bring much are seldom those who leave.
 */
final class ContactBacktest {

    private static final List<Integer> PER_CENT = List.of(5, 10, 20, 30);

    private final Measures said;
    private final double[] stakes;
    private final ActionSettings action;

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
    }

    private Integer[] ordered(IntToDoubleFunction worth) {
        Integer[] order = IntStream.range(0, stakes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer row) -> -worth.applyAsDouble(row))
                        .thenComparing(row -> row));
        return order;
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
     * @param keptByChance the value of a list of the same length drawn by lot
     * @param cost of the contacts
     */
    record ListResult(
            String list,
            int contacted,
            long caught,
            double reduction,
            Interval interval,
            double byChance,
            Optional<Double> kept,
            Optional<Double> keptByChance,
            double cost) {}

    /** The lists of 5, 10, 20 and 30 per cent in either order, and that of all on whom it pays. */
    List<ListResult> results(long seed) {
        List<ListResult> results = new ArrayList<>();
        Integer[] probable = ordered(row -> said.probabilities()[row]);
        PER_CENT.forEach(share -> results.add(result(share + " % most probable", probable, length(share), seed)));
        if (action.value().isPresent()) {
            Integer[] profitable = ordered(this::profit);
            PER_CENT.forEach(
                    share -> results.add(result(share + " % most profitable", profitable, length(share), seed)));
            int pays = (int)
                    Arrays.stream(profitable).filter(row -> profit(row) > 0).count();
            results.add(result("all on whom it pays", profitable, pays, seed));
        }
        return results;
    }

    private int length(int perCent) {
        return (int) Math.round(stakes.length * perCent / 100.0);
    }

    private double profit(int row) {
        return Double.isNaN(stakes[row])
                ? Double.NEGATIVE_INFINITY
                : said.probabilities()[row] * action.successRate() * stakes[row] - action.contactCost();
    }

    private ListResult result(String list, Integer[] order, int length, long seed) {
        boolean[] listed = new boolean[stakes.length];
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
                Bootstrap.interval(listed.length, seed, rows -> reduction(listed, rows)),
                action.successRate() * length / Math.max(1, stakes.length),
                valued(kept),
                valued(keptByChance(length)),
                length * action.contactCost());
    }

    private Optional<Double> valued(double value) {
        return action.value().isPresent() ? Optional.of(value * action.successRate()) : Optional.empty();
    }

    private double keptByChance(int length) {
        double lost = IntStream.range(0, stakes.length)
                .filter(row -> said.labels()[row] > 0 && !Double.isNaN(stakes[row]))
                .mapToDouble(row -> stakes[row])
                .sum();
        return lost * length / Math.max(1, stakes.length);
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
}
