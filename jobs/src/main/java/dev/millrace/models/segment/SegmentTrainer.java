package dev.millrace.models.segment;

import dev.millrace.engines.cluster.ClusterModel;
import dev.millrace.engines.cluster.ClusterSearch;
import dev.millrace.engines.cluster.FeatureSpace;
import dev.millrace.engines.cluster.SearchOptions;
import dev.millrace.engines.cluster.Trial;
import dev.millrace.models.segment.SegmentNaming.Named;
import dev.millrace.settings.SegmentSettings;
import dev.millrace.tables.feature.CustomerSnapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains a division of the customers on the snapshot of one date. Clusters are looked for among the customers whose habits show,
 * which takes {@value #HABIT} days with an order: a rate from one order is chance. All customers are then assigned.
 *
 * @param settings what is compared, and how far it looks
 */
public record SegmentTrainer(SegmentSettings settings) {

    /** Days with an order from which a customer has habits: two intervals between them. */
    public static final int HABIT = 3;

    private static final int ALL = -1;
    private static final double SMALLEST_SHARE = 0.03;
    private static final int BOOTSTRAPS = 4;
    private static final long MOST_ROWS = 10_000;

    /** The customers that clusters are looked for among; all, where too few have habits. */
    public Dataset<Row> withHabits(Dataset<Row> customers) {
        Dataset<Row> shown = customers.filter(CustomerSnapshot.ORDER_DAYS.col().geq(HABIT));
        return shown.count() >= settings.fewestCustomers() ? shown : customers;
    }

    /** How far clusters are looked for. */
    public ClusterSearch search() {
        return new ClusterSearch(new SearchOptions(
                settings.kFrom(),
                settings.kTo(),
                settings.minimumStability(),
                SMALLEST_SHARE,
                BOOTSTRAPS,
                MOST_ROWS,
                settings.seed()));
    }

    /**
     * Trains.
     *
     * @param snapshot rows of {@code feature/customer_snapshot} of the one date
     * @return by clusters where they can be found, else by recency, frequency and value alone with the reason
     */
    public Segmentation train(Dataset<Row> snapshot, LocalDate asOf) {
        Dataset<Row> customers = SegmentFeatures.of(snapshot).persist();
        try {
            RfmScores rfm = RfmScores.of(customers);
            long count = customers.count();
            if (count < settings.fewestCustomers()) {
                String few = count + " customers are fewer than the " + settings.fewestCustomers()
                        + " that segments.fewest-customers asks for.";
                return scoresAlone(asOf, rfm, SegmentEvidence.scoresAlone(few, List.of()));
            }
            return search(customers, rfm, asOf);
        } finally {
            customers.unpersist();
        }
    }

    private Segmentation search(Dataset<Row> customers, RfmScores rfm, LocalDate asOf) {
        Dataset<Row> fitted = withHabits(customers);
        FeatureSpace space = FeatureSpace.of(fitted, settings.features());
        if (space.scales().isEmpty()) {
            String constant = "No feature tells customers apart: " + new TreeMap<>(space.left()) + ".";
            return scoresAlone(asOf, rfm, SegmentEvidence.scoresAlone(constant, List.of()));
        }
        ClusterSearch.Findings findings = search().find(fitted, CustomerSnapshot.CUSTOMER_ID.name(), space);
        List<String> trials = findings.trials().stream().map(Trial::text).toList();
        return findings.chosen()
                .map(trial -> named(trial, customers, rfm, asOf, evidence(trial, trials, space)))
                .orElseGet(() -> scoresAlone(
                        asOf,
                        rfm,
                        SegmentEvidence.scoresAlone(
                                "No division into large enough segments reached the stability of "
                                        + settings.minimumStability() + ".",
                                trials)));
    }

    private SegmentEvidence evidence(Trial trial, List<String> trials, FeatureSpace space) {
        String left = space.left().isEmpty() ? "" : " Not used: " + new TreeMap<>(space.left()) + ".";
        return new SegmentEvidence(
                trial.candidate().label(),
                trial.k(),
                Optional.of(trial.stability()),
                Optional.of(trial.silhouette()),
                "The most segments with a stability of " + settings.minimumStability()
                        + " or more that is near the best." + left,
                trials);
    }

    private static Segmentation scoresAlone(LocalDate asOf, RfmScores rfm, SegmentEvidence evidence) {
        return new Segmentation(asOf, version(asOf, rfm), Optional.empty(), List.of(), rfm, evidence);
    }

    private static Segmentation named(
            Trial trial, Dataset<Row> customers, RfmScores rfm, LocalDate asOf, SegmentEvidence evidence) {
        List<Named> names = names(trial.model(), customers, trial.k());
        String version = version(asOf, List.of(trial.model(), names, rfm));
        return new Segmentation(asOf, version, Optional.of(trial.model()), names, rfm, evidence);
    }

    private static List<Named> names(ClusterModel model, Dataset<Row> customers, int k) {
        Map<Integer, SegmentFigures> figures = figures(model, customers);
        List<SegmentFigures> ordered = IntStream.range(0, k)
                .mapToObj(i -> figures.getOrDefault(i, SegmentFigures.NOBODY))
                .toList();
        return SegmentNaming.names(ordered, all(figures));
    }

    /** Whether each name of a division is still true of the customers that it assigns to it. */
    static boolean namesHold(Segmentation division, Dataset<Row> snapshot) {
        if (division.clusters().isEmpty()) {
            return true;
        }
        Map<Integer, SegmentFigures> figures = figures(division.clusters().get(), SegmentFeatures.of(snapshot));
        return figures.entrySet().stream().filter(of -> of.getKey() != ALL).allMatch(of -> division.names()
                .get(of.getKey())
                .name()
                .map(name -> name.holds(of.getValue(), all(figures)))
                .orElse(true));
    }

    private static SegmentFigures all(Map<Integer, SegmentFigures> figures) {
        return figures.getOrDefault(ALL, SegmentFigures.NOBODY);
    }

    /** Of each cluster by its number, and of {@link #ALL}, in one pass. */
    private static Map<Integer, SegmentFigures> figures(ClusterModel model, Dataset<Row> customers) {
        Map<Integer, SegmentFigures> figures = new HashMap<>();
        model.assign(customers)
                .rollup(ClusterModel.CLUSTER)
                .agg(SegmentFigures.first(), SegmentFigures.others())
                .collectAsList()
                .forEach(row -> figures.put(row.isNullAt(0) ? ALL : row.getInt(0), SegmentFigures.of(row)));
        return figures;
    }

    private static String version(LocalDate asOf, Object parameters) {
        return asOf + "-"
                + String.format(Locale.ROOT, "%08x", parameters.toString().hashCode());
    }
}
