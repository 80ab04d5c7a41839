package dev.millrace.evaluate;

import static java.util.Comparator.comparing;

import dev.millrace.engines.cluster.Candidate;
import dev.millrace.engines.cluster.ClusterSearch;
import dev.millrace.engines.cluster.FeatureSpace;
import dev.millrace.engines.cluster.SearchOptions;
import dev.millrace.engines.cluster.Trial;
import dev.millrace.models.segment.SegmentFeatures;
import dev.millrace.models.segment.SegmentTrainer;
import dev.millrace.settings.SegmentSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether segments of a real shop are there again when its customers are drawn again. */
final class OnlineRetailSegments implements Evaluation {

    private static final int BOOTSTRAPS = 8;
    private static final long FRESH = 1_000_003;

    @Override
    public String name() {
        return "online-retail-segments";
    }

    @Override
    public String method() {
        return "Segments of Online Retail's customers, chosen as the settings' defaults have it; stability is then measured anew on "
                + BOOTSTRAPS
                + " bootstrap samples that played no part in the choice. Baseline: the k-means whose silhouette is highest.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        EvaluationLake lake = data.lake("online-retail", "by-day");
        SegmentSettings settings = lake.settings().segments();
        SegmentTrainer trainer = new SegmentTrainer(settings);
        Dataset<Row> customers = SegmentFeatures.of(OrderLineSnapshot.of(lake)).persist();
        Dataset<Row> fitted = trainer.withHabits(customers);
        FeatureSpace space = FeatureSpace.of(fitted, settings.features());
        data.tell("looking for segments");
        ClusterSearch.Findings findings = trainer.search().find(fitted, "customer_id", space);
        Trial bySilhouette = findings.trials().stream()
                .filter(trial -> trial.candidate() == Candidate.K_MEANS)
                .max(comparing(Trial::silhouette))
                .orElseThrow();
        Trial chosen = findings.chosen().orElse(bySilhouette);
        data.tell("measuring stability");
        Metric stability = measured(chosen, fitted, space, settings)
                .beside(measured(bySilhouette, fitted, space, settings).value());
        return new EvaluationReport(
                List.of(stability, Metric.of("segments", chosen.k()).beside(bySilhouette.k())),
                List.of(
                        findings.chosen().isPresent()
                                ? "Chosen: " + chosen.text() + ", among the " + fitted.count() + " of "
                                        + customers.count() + " customers with habits."
                                : "No division was stable enough; shown is the baseline.",
                        "Coordinates: " + space.features() + "; not used: " + space.left() + ".",
                        "The interval is that of pairs of samples, 2.5 to 97.5 %.",
                        "Tried: "
                                + String.join(
                                        "; ",
                                        findings.trials().stream()
                                                .map(Trial::text)
                                                .toList())));
    }

    private static Metric measured(Trial trial, Dataset<Row> customers, FeatureSpace space, SegmentSettings settings) {
        SearchOptions options =
                new SearchOptions(trial.k(), trial.k(), 0, 0, BOOTSTRAPS, Long.MAX_VALUE, settings.seed() + FRESH);
        double[] pairs = new ClusterSearch(options)
                .agreements(trial.candidate(), trial.k(), customers, "customer_id", space).stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        double mean = java.util.stream.DoubleStream.of(pairs).average().orElse(0);
        return Metric.of("stability", mean)
                .within(ResampledRand.quantile(pairs, 0.025), ResampledRand.quantile(pairs, 0.975));
    }
}
