package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.cluster.ClusterModel;
import dev.millrace.models.segment.SegmentNaming.Named;
import dev.millrace.tables.score.CustomerSegment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A trained division of the customers.
 *
 * @param asOf date whose snapshot it was trained on
 * @param version as tables name it
 * @param clusters assigns; empty where the scores alone divide
 * @param names of the clusters, in their order
 * @param rfm the limits of the scores
 * @param evidence why it is this one
 */
public record Segmentation(
        LocalDate asOf,
        String version,
        Optional<ClusterModel> clusters,
        List<Named> names,
        RfmScores rfm,
        SegmentEvidence evidence) {

    public Segmentation {
        names = List.copyOf(names);
    }

    /**
     * Assigns customers.
     *
     * @param snapshot rows of {@code feature/customer_snapshot}
     * @return them with the columns of {@code score/segment}
     */
    public Dataset<Row> score(Dataset<Row> snapshot) {
        Dataset<Row> scored = rfm.score(SegmentFeatures.of(snapshot))
                .withColumn(CustomerSegment.PROBLEM.name(), lit(CustomerSegment.CUSTOMERS))
                .withColumn(CustomerSegment.MODEL_VERSION.name(), lit(version));
        return clusters.map(model -> byCluster(model, scored)).orElseGet(() -> byScores(scored));
    }

    /** Whether there was nothing to look for clusters in, such as too few customers. */
    boolean couldNotSearch() {
        return clusters.isEmpty() && evidence.trials().isEmpty();
    }

    /** The same customers divided by recency, frequency and value alone. */
    public Segmentation byScoresAlone() {
        return new Segmentation(
                asOf,
                version,
                Optional.empty(),
                List.of(),
                rfm,
                SegmentEvidence.scoresAlone("It was asked for.", List.of()));
    }

    private Dataset<Row> byCluster(ClusterModel model, Dataset<Row> scored) {
        return model.assign(scored)
                .withColumn("segment_id", named(Named::id))
                .withColumn("segment_name", named(Named::title))
                .withColumn("reason", lit(null).cast("string"));
    }

    private Dataset<Row> byScores(Dataset<Row> scored) {
        return scored.withColumn("segment_id", RfmScores.segmentId())
                .withColumn("segment_name", RfmScores.segmentName())
                .withColumn("distance", lit(null).cast("double"))
                .withColumn("confidence", lit(null).cast("double"))
                .withColumn("reason", lit(evidence.reason()));
    }

    private Column named(java.util.function.Function<Named, String> word) {
        Column name = lit(word.apply(names.get(0)));
        for (int i = 1; i < names.size(); i++) {
            name = when(col(ClusterModel.CLUSTER).equalTo(i), word.apply(names.get(i)))
                    .otherwise(name);
        }
        return name;
    }
}
