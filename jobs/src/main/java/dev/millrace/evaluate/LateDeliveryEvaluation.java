package dev.millrace.evaluate;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.ModelSearch;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.SearchPlan;
import dev.millrace.engines.classify.Split;
import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.evaluate.FadingLateRates.Fading;
import dev.millrace.evaluate.OrderedDeliveries.Delivery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which deliveries of a supply chain come late, told on the day that each is ordered. What was ordered since
 * {@link #JUDGED_SINCE} judges, in turns of a year: each by what had been told before the turn, in the way that was best in the two
 * years before it. There are three ways: boosted trees, the late rate of the vendor to the country, and the mean of the two in log
 * odds. Trees find what bears on lateness and trust what is old; the rate follows the vendors as they change.
 */
final class LateDeliveryEvaluation implements Evaluation {

    /** About a quarter of the deliveries whose order's day is known was ordered since. */
    private static final LocalDate JUDGED_SINCE = LocalDate.of(2013, 11, 1);

    private static final int TURNS = 2;
    private static final double LEAST = 1e-4;
    private static final int YEARS_TO_CHOOSE_BY = 2;
    private static final SearchPlan PLAN = new SearchPlan(List.of("lightgbm"), Duration.ofSeconds(60), 20131101);

    private static final List<Fading> FADINGS = Stream.of(180.0, 365.0, 730.0)
            .flatMap(halfLife -> Stream.of(5.0, 15.0).map(credibility -> new Fading(halfLife, credibility)))
            .toList();

    /** A way to put together what trees and the rate say, by the share of the trees. */
    private enum Way {
        RATE(0),
        TREES(1),
        BOTH(0.5);

        private final double trees;

        Way(double trees) {
            this.trees = trees;
        }

        Measures of(Measures byTrees, double... rates) {
            double[] said = new double[rates.length];
            for (int i = 0; i < said.length; i++) {
                double logOdds = trees * logOdds(byTrees.probabilities()[i]) + (1 - trees) * logOdds(rates[i]);
                said[i] = 1 / (1 + Math.exp(-logOdds));
            }
            return new Measures(said, byTrees.labels());
        }

        private static double logOdds(double probability) {
            double bounded = Math.max(LEAST, Math.min(1 - LEAST, probability));
            return Math.log(bounded / (1 - bounded));
        }
    }

    /**
     * What was said of deliveries, and of which.
     *
     * @param rows the deliveries
     * @param said in a model's words
     * @param notes how the model was chosen
     */
    private record Judged(List<Delivery> rows, Measures said, List<String> notes) {}

    @Override
    public String name() {
        return "scms-delivery";
    }

    @Override
    public String method() {
        return "SCMS, deliveries ordered since " + JUDGED_SINCE
                + ": late or not, by what was known on the day ordered; learnt anew each"
                + " year from deliveries told by then: trees, a fading late rate or both, chosen with all hyperparameters on the "
                + YEARS_TO_CHOOSE_BY
                + " years before. auc_above_vendor_rate: how much higher the AUC is than that of the vendor's own past late rate, as"
                + " known on the day ordered. Intervals by drawing orders again, each with all its items.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        OrderedDeliveries rows = OrderedDeliveries.of(data.lake(name()));
        List<Delivery> judging = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Measures> each = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            data.tell(name() + ": turn " + (turn + 1) + " of " + TURNS);
            Judged judged = judged(data, rows, JUDGED_SINCE.plusYears(turn));
            judging.addAll(judged.rows());
            notes.addAll(judged.notes());
            each.add(judged.said());
        }
        Measures said = new Measures(
                each.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.probabilities()))
                        .toArray(),
                each.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.labels()))
                        .toArray());
        Measures vendor = vendorRate(OrderedDeliveries.sample(judging));
        return new EvaluationReport(metrics(orders(judging), said, vendor), notes(notes, judging, vendor));
    }

    private static Judged judged(EvaluationData data, OrderedDeliveries all, LocalDate start) {
        List<Delivery> learnt = all.where(row -> row.isToldBefore(start));
        List<Delivery> rows = all.where(row -> isOrderedIn(row, start));
        List<List<Delivery>> years = IntStream.rangeClosed(1, YEARS_TO_CHOOSE_BY)
                .mapToObj(start::minusYears)
                .map(year -> part(learnt, row -> isOrderedIn(row, year)))
                .toList();
        ModelSearch.Found found = new ModelSearch(data.session(), PLAN)
                .search(splits(learnt, years, start), OrderedDeliveries.sample(learnt));
        List<Delivery> choosing = years.stream().flatMap(List::stream).toList();
        Fading fading = bestFading(all, choosing);
        List<String> notes = new ArrayList<>(List.of(
                "As of " + start + ": " + learnt.size() + " deliveries to learn from, " + rows.size() + " judged."));
        notes.addAll(found.notes());
        Way way = bestWay(found.validated(), all.fadingRates(choosing, fading), notes);
        notes.add("chosen: " + way + ", " + fading);
        Measures trees = found.model().measured(OrderedDeliveries.sample(rows));
        return new Judged(rows, way.of(trees, all.fadingRates(rows, fading)), notes);
    }

    private static Fading bestFading(OrderedDeliveries all, List<Delivery> choosing) {
        double[] labels = OrderedDeliveries.sample(choosing).labels();
        return FADINGS.stream()
                .max(Comparator.comparingDouble(
                        fading -> new Measures(all.fadingRates(choosing, fading), labels).auc()))
                .orElseThrow();
    }

    private static Way bestWay(Measures trees, double[] rates, List<String> notes) {
        Map<Way, Double> auc = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            auc.put(way, way.of(trees, rates).auc());
        }
        notes.add("AUC in the years to choose by: " + auc);
        return Collections.max(auc.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** One split a year, the newest first: rows told before the year, and those ordered in it. */
    private static List<Split> splits(List<Delivery> learnt, List<List<Delivery>> years, LocalDate end) {
        List<Split> splits = new ArrayList<>();
        for (int year = 1; year <= YEARS_TO_CHOOSE_BY; year++) {
            LocalDate start = end.minusYears(year);
            splits.add(new Split(
                    OrderedDeliveries.sample(part(learnt, row -> row.isToldBefore(start))),
                    OrderedDeliveries.sample(years.get(year - 1))));
        }
        return splits;
    }

    private static boolean isOrderedIn(Delivery row, LocalDate start) {
        return !row.asOf().isBefore(start) && row.asOf().isBefore(start.plusYears(1));
    }

    private static List<Delivery> part(List<Delivery> rows, Predicate<Delivery> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    private static List<Metric> metrics(int[][] orders, Measures said, Measures vendor) {
        Interval auc = interval(orders, drawn -> part(said, drawn).auc());
        Interval ahead = interval(
                orders, drawn -> part(said, drawn).auc() - part(vendor, drawn).auc());
        return List.of(
                Metric.of("auc", said.auc()).within(auc).beside(0.5),
                Metric.of("auc_above_vendor_rate", said.auc() - vendor.auc()).within(ahead));
    }

    private static Measures vendorRate(Sample judged) {
        int at = judged.features().stream().map(Feature::name).toList().indexOf(OrderedDeliveries.VENDOR_RATE);
        double[] rates = Arrays.stream(judged.values())
                .mapToDouble(row -> (Double) row[at])
                .toArray();
        return new Measures(rates, judged.labels());
    }

    /** The rows of each order: its items mostly come together, and tell no more than one. */
    private static int[][] orders(List<Delivery> judging) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < judging.size(); row++) {
            rows.computeIfAbsent(judging.get(row).order(), added -> new ArrayList<>())
                    .add(row);
        }
        return rows.values().stream()
                .map(order -> order.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static Interval interval(int[][] orders, ToDoubleFunction<int[]> figure) {
        return Bootstrap.interval(
                orders.length,
                PLAN.seed(),
                drawn -> figure.applyAsDouble(Arrays.stream(drawn)
                        .flatMap(order -> Arrays.stream(orders[order]))
                        .toArray()));
    }

    private static Measures part(Measures said, int... rows) {
        return new Measures(
                Arrays.stream(rows)
                        .mapToDouble(row -> said.probabilities()[row])
                        .toArray(),
                Arrays.stream(rows).mapToDouble(row -> said.labels()[row]).toArray());
    }

    private static List<String> notes(List<String> ofModels, List<Delivery> judging, Measures vendor) {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "Judged on %d deliveries of %d orders, of which %d came late. AUC of the vendor's own past rate: %.4f.",
                judging.size(),
                orders(judging).length,
                judging.stream().filter(Delivery::late).count(),
                vendor.auc()));
        notes.add(
                "Deliveries whose order's day the source does not tell are known as the past of others, and not judged; orders"
                        + " not delivered by the end of the file are not in it.");
        notes.addAll(ofModels);
        return notes;
    }
}
