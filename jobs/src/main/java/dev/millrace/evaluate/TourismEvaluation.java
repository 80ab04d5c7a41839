package dev.millrace.evaluate;

import dev.millrace.engines.forecast.Ets;
import dev.millrace.engines.forecast.Hierarchy;
import dev.millrace.engines.forecast.Reconciliation;
import dev.millrace.engines.forecast.SeasonalNaive;
import dev.millrace.engines.forecast.SeriesForecast;
import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.tables.silver.SeriesObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Trips within Australia, forecast at every level of a hierarchy and made to add up. */
final class TourismEvaluation implements Evaluation {

    private static final int QUARTERS = 4;
    private static final int STEPS = 8;
    private static final long SEED = 20171001;

    /** How many quarters before the held-out ones methods are chosen as of; each sees as many as are held out. */
    private static final List<Integer> CHOSEN_AS_OF = List.of(24, 20, 16, 12, 8);

    /**
     * Forecasts as of one quarter.
     *
     * @param round the forecasts as they were, and what came
     * @param made the same, made to add up
     */
    private record Judged(HierarchyRound round, List<SeriesForecast> made) {

        int steps() {
            return round.actual()[0].length;
        }
    }

    @Override
    public String name() {
        return "australia-tourism";
    }

    @Override
    public String method() {
        return "Australia's domestic trips by quarter, purpose, region and state: the last " + STEPS
                + " quarters of every series of every level, forecast as of the start of each of them to the end of the data by"
                + " exponential smoothing of each series, and made to add up in the way that did best on quarters before. Baseline: the"
                + " same forecasts as they were, which do not add up. mase is the mean over series of absolute errors in units of the"
                + " seasonal naive one's within the known past; intervals by drawing series again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        TourismSeries series = TourismSeries.of(data.lake(name()).read(SeriesObservation.SPEC));
        Hierarchy hierarchy = series.hierarchy();
        int held = series.bottom()[0].length - STEPS;
        Map<Reconciliation, Double> validated = validated(data, series, held);
        Reconciliation chosen = validated.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        data.tell(name() + ": judging " + chosen);
        List<Judged> judged = IntStream.range(0, STEPS)
                .mapToObj(after -> round(series, held + after, STEPS - after))
                .map(round -> new Judged(round, round.reconciled(chosen)))
                .toList();
        double[] made = over(judged, each -> each.round().scaledErrors(each.made()));
        double[] base =
                over(judged, each -> each.round().scaledErrors(each.round().base()));
        List<Metric> metrics = new ArrayList<>();
        metrics.add(metric("mase", made, base, i -> true));
        for (String level : hierarchy.levels()) {
            metrics.add(metric("mase_" + level, made, base, at(hierarchy, level)));
        }
        metrics.add(coverage("coverage_80", judged, 0.8));
        metrics.add(coverage("coverage_95", judged, 0.95));
        return new EvaluationReport(metrics, notes(series, held, chosen, validated));
    }

    /** For each series the mean of a figure over all quarters that were forecast. */
    private static double[] over(List<Judged> judged, Function<Judged, double[]> figure) {
        double quarters = judged.stream().mapToInt(Judged::steps).sum();
        double[] sum = new double[judged.get(0).made().size()];
        for (Judged each : judged) {
            double[] figures = figure.apply(each);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += figures[i] * each.steps() / quarters;
            }
        }
        return sum;
    }

    private static IntPredicate at(Hierarchy hierarchy, String level) {
        return i -> hierarchy.nodes().get(i).level().equals(level);
    }

    private static HierarchyRound round(TourismSeries series, int known, int steps) {
        return HierarchyRound.at(series.hierarchy(), series.bottom(), known, steps, QUARTERS, Ets.automatic(QUARTERS));
    }

    /** For each way, the mean over levels of its error beside that of the forecasts as they were. */
    private Map<Reconciliation, Double> validated(EvaluationData data, TourismSeries series, int held) {
        Map<Reconciliation, Double> validated = new EnumMap<>(Reconciliation.class);
        for (int before : CHOSEN_AS_OF) {
            data.tell(name() + ": choosing, as of " + before + " quarters before");
            HierarchyRound round = round(series, held - before, STEPS);
            for (Reconciliation way : Reconciliation.values()) {
                double ratio = ratio(series.hierarchy(), round, way);
                validated.merge(way, ratio / CHOSEN_AS_OF.size(), Double::sum);
            }
        }
        return validated;
    }

    private static double ratio(Hierarchy hierarchy, HierarchyRound round, Reconciliation way) {
        double[] made = round.scaledErrors(round.reconciled(way));
        double[] base = round.scaledErrors(round.base());
        return hierarchy.levels().stream()
                .map(level ->
                        (IntPredicate) i -> hierarchy.nodes().get(i).level().equals(level))
                .mapToDouble(level -> mean(made, level) / mean(base, level))
                .average()
                .orElseThrow();
    }

    private static double mean(double[] figures, IntPredicate which) {
        return IntStream.range(0, figures.length)
                .filter(which)
                .mapToDouble(i -> figures[i])
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
    }

    private static Metric metric(String name, double[] made, double[] base, IntPredicate which) {
        double[] drawn = IntStream.range(0, made.length)
                .filter(which)
                .filter(i -> Double.isFinite(made[i]))
                .mapToDouble(i -> made[i])
                .toArray();
        Metric metric = Metric.of(name, mean(made, which)).beside(mean(base, which));
        if (drawn.length == 1) {
            return metric;
        }
        Interval interval = Bootstrap.interval(drawn.length, SEED, rows -> Arrays.stream(rows)
                .mapToDouble(row -> drawn[row])
                .average()
                .orElseThrow());
        return metric.within(interval);
    }

    private static Metric coverage(String name, List<Judged> judged, double level) {
        return metric(
                name,
                over(judged, each -> each.round().covered(each.made(), level)),
                over(judged, each -> each.round().covered(each.round().base(), level)),
                i -> true);
    }

    private static List<String> notes(
            TourismSeries series, int held, Reconciliation chosen, Map<Reconciliation, Double> validated) {
        List<String> notes = new ArrayList<>();
        notes.add("Chosen: " + chosen
                + ". Mean over levels of the error beside that of forecasts as they were, on earlier quarters:");
        validated.forEach((way, ratio) -> notes.add(String.format(Locale.ROOT, "%s %.4f", way, ratio)));
        HierarchyRound naive = HierarchyRound.at(
                series.hierarchy(), series.bottom(), held, STEPS, QUARTERS, new SeasonalNaive(QUARTERS));
        notes.add(String.format(
                Locale.ROOT,
                "Seasonal naive, as of the start of the held-out quarters: mase %.4f. %d series, %d of them at the bottom.",
                mean(naive.scaledErrors(naive.base()), i -> true),
                series.hierarchy().size(),
                series.bottom().length));
        return notes;
    }
}
