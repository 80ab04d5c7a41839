package dev.millrace.evaluate;

import dev.millrace.engines.forecast.MstlDecomposition;
import dev.millrace.engines.forecast.TurningPoint;
import dev.millrace.engines.forecast.TurningPoints;
import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.evaluate.PlantedTurns.Kind;
import dev.millrace.evaluate.PlantedTurns.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether turning points of trends are found on the day on which they were planted, and none where there are none.
 *
 * <p>What is drawn was written down before anything was measured: series of two years about a level of 100, whose slope turns, whose
 * level jumps, or both, two times each; with noise of a standard deviation of 1, 2 and 5; noise that is new each day, and noise that
 * takes over half of the day before's; with a week and without. Five series of each. Beside them, to see false alarms, random walks with
 * steps of 1 and 2 and steady levels with noise that takes over 0.8 of the day before's, with a week and without, 20 each.
 */
final class PlantedTurningPoints implements Evaluation {

    private static final int WEEK = 7;
    private static final double YEARS = PlantedTurns.DAYS / 365.0;
    private static final long SEED = 19540601;
    private static final double[] NOISES = {1, 2, 5};

    /**
     * What came of a series.
     *
     * @param plan what it was drawn from
     * @param own what was found
     * @param baseline what cumulative sums find
     */
    private record Judged(Plan plan, TurnsFound own, TurnsFound baseline) {}

    private final int repeats;

    /** So many series of each kind with turns, and four times as many of each without. */
    PlantedTurningPoints(int repeats) {
        this.repeats = repeats;
    }

    @Override
    public String name() {
        return "planted-turning-points";
    }

    @Override
    public String method() {
        return "Drawn daily series of two years whose trend turns or jumps twice, with different noise, with and without a week; beside"
                + " them random walks and steady levels. Found is what is told within 3 days; all else that is told is a false"
                + " alarm. Baseline: cumulative sums with the usual settings (0.5 and 5 deviations), of the series without its"
                + " week. Intervals by drawing the series again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        data.tell(name() + ": looking for turning points of " + plans().size() + " series");
        return report();
    }

    EvaluationReport report() {
        List<Plan> plans = plans();
        List<Judged> judged = IntStream.range(0, plans.size())
                .parallel()
                .mapToObj(i -> judged(PlantedTurns.of(plans.get(i), SEED + i)))
                .toList();
        List<Judged> planted = only(judged, each -> each.own().planted() > 0);
        List<Judged> walks = only(judged, each -> each.plan().kind() == Kind.WALK);
        return new EvaluationReport(
                List.of(
                        metric("found_within_3_days", planted, PlantedTurningPoints::found),
                        metric("precision", planted, PlantedTurningPoints::precision),
                        metric("false_alarms_a_series_and_year", judged, PlantedTurningPoints::alarms),
                        metric("false_alarms_a_walk_and_year", walks, PlantedTurningPoints::alarms)),
                notes(judged));
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        for (boolean weekly : new boolean[] {false, true}) {
            for (double noise : NOISES) {
                for (double kept : new double[] {0, 0.5}) {
                    for (Kind kind : List.of(Kind.BENDS, Kind.JUMPS, Kind.BOTH)) {
                        add(plans, repeats, new Plan(kind, noise, kept, weekly));
                    }
                }
            }
            add(plans, 4 * repeats, new Plan(Kind.WALK, 1, 1, weekly));
            add(plans, 4 * repeats, new Plan(Kind.WALK, 2, 1, weekly));
            add(plans, 4 * repeats, new Plan(Kind.STEADY, 2, 0.8, weekly));
        }
        return plans;
    }

    private static void add(List<Plan> plans, int times, Plan plan) {
        for (int i = 0; i < times; i++) {
            plans.add(plan);
        }
    }

    private static Judged judged(PlantedTurns series) {
        int period = series.plan().weekly() ? WEEK : 1;
        List<Integer> own = TurningPoints.of(series.values(), period).stream()
                .map(TurningPoint::at)
                .toList();
        double[] adjusted = period == 1
                ? series.values()
                : MstlDecomposition.of(series.values(), List.of(period)).adjusted();
        return new Judged(
                series.plan(),
                TurnsFound.of(series.turns(), own),
                TurnsFound.of(series.turns(), CumulativeSums.changes(adjusted)));
    }

    private static List<Judged> only(List<Judged> judged, Predicate<Judged> wanted) {
        return judged.stream().filter(wanted).toList();
    }

    private static Metric metric(String name, List<Judged> judged, ToDoubleFunction<List<TurnsFound>> figure) {
        List<TurnsFound> own = judged.stream().map(Judged::own).toList();
        return Metric.of(name, figure.applyAsDouble(own))
                .within(Bootstrap.interval(own, SEED, figure))
                .beside(figure.applyAsDouble(
                        judged.stream().map(Judged::baseline).toList()));
    }

    private static double found(List<TurnsFound> series) {
        return sum(series, TurnsFound::found) / sum(series, TurnsFound::planted);
    }

    private static double precision(List<TurnsFound> series) {
        double found = sum(series, TurnsFound::found);
        double told = found + sum(series, TurnsFound::alarms);
        return told == 0 ? 0 : found / told;
    }

    private static double alarms(List<TurnsFound> series) {
        return sum(series, TurnsFound::alarms) / (series.size() * YEARS);
    }

    private static double sum(List<TurnsFound> series, ToDoubleFunction<TurnsFound> figure) {
        return series.stream().mapToDouble(figure).sum();
    }

    private List<String> notes(List<Judged> judged) {
        List<String> notes = new ArrayList<>();
        for (Kind kind : List.of(Kind.BENDS, Kind.JUMPS, Kind.BOTH)) {
            for (double noise : NOISES) {
                notes.add(note(
                        kind,
                        noise,
                        only(
                                judged,
                                each -> each.plan().kind() == kind
                                        && each.plan().noise() == noise)));
            }
        }
        notes.add(note(
                Kind.WALK,
                1,
                only(
                        judged,
                        each -> each.plan().kind() == Kind.WALK && each.plan().noise() == 1)));
        notes.add(note(
                Kind.WALK,
                2,
                only(
                        judged,
                        each -> each.plan().kind() == Kind.WALK && each.plan().noise() == 2)));
        notes.add(note(Kind.STEADY, 2, only(judged, each -> each.plan().kind() == Kind.STEADY)));
        return notes;
    }

    private static String note(Kind kind, double noise, List<Judged> judged) {
        List<TurnsFound> own = judged.stream().map(Judged::own).toList();
        String start =
                String.format(Locale.ROOT, "%s, noise %.0f: ", kind.name().toLowerCase(Locale.ROOT), noise);
        String alarms = String.format(Locale.ROOT, "%.2f false alarms a series and year.", alarms(own));
        double planted = sum(own, TurnsFound::planted);
        return planted == 0
                ? start + alarms
                : start
                        + String.format(Locale.ROOT, "%.0f of %.0f found, ", sum(own, TurnsFound::found), planted)
                        + alarms;
    }
}
