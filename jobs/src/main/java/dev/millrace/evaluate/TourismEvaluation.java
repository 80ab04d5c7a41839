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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trips within Australia, forecast at every level of a hierarchy and made to add up. */
final class TourismEvaluation implements Evaluation {

    private static final int QUARTERS = 4;
    private static final int STEPS = 8;
    private static final long SEED = 20171001;

    /** From so many known quarters on everything is forecast, for its errors to be learnt from. */
    private static final int FIRST_KNOWN = 24;

    /** A year ahead shows which series miss a trend together. */
    private static final int LEARNT_AHEAD = 4;

    /**
     * A way to make forecasts add up.
     *
     * @param method what forecasts are trusted by
     * @param byEarlier whether its errors are those that forecasts made before turned out to have, up to a year ahead; else those within the
     *     fitted past
     */
    private record Way(Reconciliation method, boolean byEarlier) {

        @Override
        public String toString() {
            return method + (byEarlier ? " by errors of earlier forecasts" : "");
        }
    }

    private static final double MOST_SPREAD = 3;

    private static final List<Way> WAYS = Stream.concat(
                    Stream.of(Reconciliation.values()).map(method -> new Way(method, false)),
                    Stream.of(new Way(Reconciliation.WLS_VARIANCE, true), new Way(Reconciliation.MINT_SHRINK, true)))
            .toList();

    /**
     * Forecasts as of one quarter.
     *
     * @param round the forecasts as they were, and what came
     * @param made the same, made to add up
     */
    private record Judged(HierarchyRound round, List<SeriesForecast> made) {

        int steps() {
            return round.steps();
        }

        /** The same with deviations so many times as large. */
        Judged spread(double times) {
            return new Judged(
                    round,
                    made.stream()
                            .map(forecast -> new SeriesForecast(
                                    forecast.mean(),
                                    Arrays.stream(forecast.deviation())
                                            .map(deviation -> times * deviation)
                                            .toArray()))
                            .toList());
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
                + " exponential smoothing of each series, and made to add up in the way whose worst level was the best in the two years before,"
                + " forecast in the same manner. Baseline: the"
                + " same forecasts as they were, which do not add up. mase is the mean over series of absolute errors in units of the"
                + " seasonal naive one's within the known past. Deviations are widened by what the two years before needed for 80 % to be covered; intervals by"
                + " drawing series again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        TourismSeries series = TourismSeries.of(data.lake(name()).read(SeriesObservation.SPEC));
        Hierarchy hierarchy = series.hierarchy();
        int held = series.bottom()[0].length - STEPS;
        Map<Integer, HierarchyRound> rounds = rounds(data, series);
        Map<Way, Double> validated = validated(data, hierarchy, rounds, held);
        Way chosen = validated.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        data.tell(name() + ": judging " + chosen);
        double spread = spread(judged(rounds, chosen, held));
        List<Judged> judged = judged(rounds, chosen, held + STEPS).stream()
                .map(each -> each.spread(spread))
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
        return new EvaluationReport(metrics, notes(series, held, chosen, spread, validated));
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

    /** Forecasts as of every quarter, by how many are known before it. */
    private Map<Integer, HierarchyRound> rounds(EvaluationData data, TourismSeries series) {
        Map<Integer, HierarchyRound> rounds = new TreeMap<>();
        int quarters = series.bottom()[0].length;
        for (int known = FIRST_KNOWN; known < quarters; known++) {
            if (known % QUARTERS == 0) {
                data.tell(name() + ": forecasting as of quarter " + known + " of " + quarters);
            }
            int steps = Math.min(STEPS, quarters - known);
            rounds.put(
                    known,
                    HierarchyRound.at(
                            series.hierarchy(), series.bottom(), known, steps, QUARTERS, Ets.automatic(QUARTERS)));
        }
        return rounds;
    }

    /** Forecasts as of each of the last quarters before an end, to that end. */
    private static List<Judged> judged(Map<Integer, HierarchyRound> rounds, Way way, int end) {
        return IntStream.range(end - STEPS, end)
                .mapToObj(known -> {
                    HierarchyRound round = rounds.get(known).ahead(end - known);
                    return new Judged(round, made(rounds, round, way, known));
                })
                .toList();
    }

    private static List<SeriesForecast> made(
            Map<Integer, HierarchyRound> rounds, HierarchyRound round, Way way, int known) {
        return way.byEarlier()
                ? round.reconciled(way.method(), errorsBefore(rounds, known))
                : round.reconciled(way.method());
    }

    /** The errors of forecasts made earlier that were known by a quarter: one row a series. */
    private static double[][] errorsBefore(Map<Integer, HierarchyRound> rounds, int known) {
        List<double[]> columns = new ArrayList<>();
        rounds.forEach((before, round) -> {
            for (int ahead = 0; ahead < LEARNT_AHEAD && before + ahead < known && ahead < round.steps(); ahead++) {
                columns.add(round.errors(ahead));
            }
        });
        double[][] rows = new double[columns.get(0).length][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            for (int series = 0; series < rows.length; series++) {
                rows[series][column] = columns.get(column)[series];
            }
        }
        return rows;
    }

    /** For each way, the error beside that of forecasts as they were on the level where that is the worst, in the two years before. */
    private Map<Way, Double> validated(
            EvaluationData data, Hierarchy hierarchy, Map<Integer, HierarchyRound> rounds, int held) {
        Map<Way, Double> validated = new LinkedHashMap<>();
        for (Way way : WAYS) {
            data.tell(name() + ": trying " + way);
            List<Judged> judged = judged(rounds, way, held);
            double[] made = over(judged, each -> each.round().scaledErrors(each.made()));
            double[] base =
                    over(judged, each -> each.round().scaledErrors(each.round().base()));
            validated.put(
                    way,
                    hierarchy.levels().stream()
                            .mapToDouble(level -> mean(made, at(hierarchy, level)) / mean(base, at(hierarchy, level)))
                            .max()
                            .orElseThrow());
        }
        return validated;
    }

    /** How many times as large deviations would have had to be for 80 % to come within the 80 % intervals. */
    private static double spread(List<Judged> before) {
        double spread = 1;
        while (spread < MOST_SPREAD && mean(covered(before, spread), i -> true) < 0.8) {
            spread += 0.05;
        }
        return spread;
    }

    private static double[] covered(List<Judged> judged, double spread) {
        return over(judged, each -> each.round().covered(each.spread(spread).made(), 0.8));
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
            TourismSeries series, int held, Way chosen, double spread, Map<Way, Double> validated) {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(Locale.ROOT, "Deviations are %.2f times those of the models.", spread));
        notes.add(
                "Chosen: " + chosen
                        + ". Error beside that of forecasts as they were, on the level where that was the worst, in the two years before:");
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
