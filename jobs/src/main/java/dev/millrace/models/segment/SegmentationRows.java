package dev.millrace.models.segment;

import dev.millrace.engines.cluster.ClusterModel;
import dev.millrace.engines.cluster.Component;
import dev.millrace.engines.cluster.FeatureScale;
import dev.millrace.engines.cluster.Transform;
import dev.millrace.models.segment.SegmentNaming.Named;
import dev.millrace.tables.ops.SegmentModel;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Divisions as rows of {@code ops/segment_model}, and back. */
final class SegmentationRows {

    private SegmentationRows() {}

    static Dataset<Row> write(SparkSession session, List<Segmentation> divisions) {
        List<Row> rows = divisions.stream().flatMap(SegmentationRows::rows).toList();
        return session.createDataFrame(rows, SegmentModel.SPEC.schema());
    }

    private static Stream<Row> rows(Segmentation division) {
        return division.clusters()
                .map(model -> IntStream.range(0, model.components().size())
                        .mapToObj(i -> row(
                                division,
                                i,
                                division.names().get(i),
                                model.scales(),
                                model.components().get(i))))
                .orElseGet(() -> Stream.of(row(
                        division,
                        0,
                        new Named(SegmentEvidence.RFM, "By recency, frequency and value", Optional.empty()),
                        List.of(),
                        new Component(List.of(), List.of(), 0))));
    }

    private static Row row(
            Segmentation division, int cluster, Named name, List<FeatureScale> scales, Component component) {
        SegmentEvidence evidence = division.evidence();
        return RowFactory.create(
                Date.valueOf(division.asOf()),
                name.id(),
                name.title(),
                cluster,
                division.version(),
                evidence.candidate(),
                evidence.segments(),
                evidence.stability().orElse(null),
                evidence.silhouette().orElse(null),
                evidence.reason(),
                array(evidence.trials()),
                array(scales.stream().map(FeatureScale::feature).toList()),
                array(scales.stream().map(scale -> scale.transform().label()).toList()),
                array(scales.stream().map(FeatureScale::median).toList()),
                array(scales.stream().map(FeatureScale::spread).toList()),
                array(component.mean()),
                array(component.precision()),
                component.offset(),
                array(division.rfm().recency()),
                array(division.rfm().frequency()),
                array(division.rfm().value()));
    }

    private static Object[] array(List<?> values) {
        return values.toArray();
    }

    /** The divisions of the table, oldest first. */
    static List<Segmentation> read(Dataset<Row> table) {
        Map<String, List<Row>> byVersion = new TreeMap<>();
        table.collectAsList().forEach(row -> byVersion
                .computeIfAbsent(row.getAs("model_version"), version -> new ArrayList<>())
                .add(row));
        return byVersion.values().stream().map(SegmentationRows::division).toList();
    }

    private static Segmentation division(List<Row> rows) {
        Row[] ordered = rows.toArray(new Row[0]);
        Arrays.sort(ordered, java.util.Comparator.comparingInt(row -> row.<Integer>getAs("cluster")));
        Row first = ordered[0];
        boolean clustered = first.<Integer>getAs("segments") > 0;
        return new Segmentation(
                first.<Date>getAs("as_of_date").toLocalDate(),
                first.getAs("model_version"),
                clustered ? Optional.of(model(ordered)) : Optional.empty(),
                clustered ? Stream.of(ordered).map(SegmentationRows::name).toList() : List.of(),
                new RfmScores(
                        list(first, "recency_limits"), list(first, "frequency_limits"), list(first, "value_limits")),
                new SegmentEvidence(
                        first.getAs("candidate"),
                        first.<Integer>getAs("segments"),
                        Optional.ofNullable(first.getAs("stability")),
                        Optional.ofNullable(first.getAs("silhouette")),
                        first.getAs("reason"),
                        list(first, "trials")));
    }

    private static ClusterModel model(Row... rows) {
        List<String> features = list(rows[0], "features");
        List<String> transforms = list(rows[0], "transforms");
        List<Double> medians = list(rows[0], "medians");
        List<Double> spreads = list(rows[0], "spreads");
        List<FeatureScale> scales = IntStream.range(0, features.size())
                .mapToObj(i -> new FeatureScale(
                        features.get(i), Transform.labelled(transforms.get(i)), medians.get(i), spreads.get(i)))
                .toList();
        List<Component> components = Stream.of(rows)
                .map(row ->
                        new Component(list(row, "centre"), list(row, "precision"), row.<Double>getAs("weight_offset")))
                .toList();
        return new ClusterModel(scales, components);
    }

    private static Named name(Row row) {
        String id = row.getAs("segment_id");
        Optional<SegmentName> known = Stream.of(SegmentName.values())
                .filter(name -> name.id().equals(id))
                .findFirst();
        return new Named(id, row.getAs("segment_name"), known);
    }

    private static <T> List<T> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }
}
