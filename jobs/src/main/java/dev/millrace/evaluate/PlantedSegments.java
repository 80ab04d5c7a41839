package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.col;

import dev.millrace.engines.cluster.ClusterModel;
import dev.millrace.models.segment.SegmentTrainer;
import dev.millrace.models.segment.Segmentation;
import dev.millrace.settings.SegmentSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether segments find the kinds of customer that a simulated shop has. */
final class PlantedSegments implements Evaluation {

    private static final int DAYS = 365;
    private static final long SEED = 42;

    @Override
    public String name() {
        return "planted-segments";
    }

    @Override
    public String method() {
        return "A shop with four planted kinds of customer is simulated for a year; segments found without the labels, as the"
                + " settings' defaults have it, are compared with them. Baseline: segments by recency, frequency and value.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        SimulatedShop shop = data.simulatedShop(DAYS, 1, SEED);
        SegmentSettings settings = shop.lake().settings().segments();
        Dataset<Row> snapshot = OrderLineSnapshot.of(shop.lake()).persist();
        data.tell("looking for segments");
        Segmentation found = new SegmentTrainer(settings).train(snapshot, OrderLineSnapshot.asOf(snapshot));
        Segmentation scoresAlone = found.byScoresAlone();
        Dataset<Row> truth = shop.planted("customers")
                .select(col("customer_id"), col("segment").alias("planted"));
        Dataset<Row> labelled = found.score(snapshot)
                .join(truth, "customer_id")
                .join(
                        scoresAlone
                                .score(snapshot)
                                .select(col("customer_id"), col("segment_id").alias("baseline")),
                        "customer_id")
                .select("customer_id", "order_days", "segment_id", "baseline", "planted")
                .persist();
        List<Metric> metrics = List.of(
                measured("adjusted_rand", labelled),
                measured(
                        "adjusted_rand_with_habits",
                        labelled.filter(col("order_days").geq(SegmentTrainer.HABIT))),
                Metric.of(
                        "segments",
                        found.clusters()
                                .map(ClusterModel::components)
                                .map(List::size)
                                .orElse(0)),
                Metric.of("stability", found.evidence().stability().orElse(0.0)));
        return new EvaluationReport(
                metrics,
                List.of(
                        "adjusted_rand is of all customers with an order, adjusted_rand_with_habits of those with "
                                + SegmentTrainer.HABIT + " or more days with one; simulated for " + DAYS
                                + " days from seed " + SEED + ".",
                        found.evidence().candidate() + ": " + found.evidence().reason(),
                        "Tried: " + String.join("; ", found.evidence().trials())));
    }

    private static Metric measured(String name, Dataset<Row> labelled) {
        double baseline =
                ResampledRand.of(name, labelled, "planted", "baseline", SEED).value();
        return ResampledRand.of(name, labelled, "planted", "segment_id", SEED).beside(baseline);
    }
}
