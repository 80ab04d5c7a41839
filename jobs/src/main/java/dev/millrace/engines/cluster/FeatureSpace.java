package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.skewness;
import static org.apache.spark.sql.functions.stddev_samp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The space that customers or other rows are compared in: one coordinate a feature.
 *
 * @param scales how each feature that is used becomes a coordinate, in order
 * @param left why a feature is not used, by its name
 */
public record FeatureSpace(List<FeatureScale> scales, Map<String, String> left) {

    private static final double NORMAL_QUARTILES = 1.349;
    private static final int ACCURACY = 100_000;

    public FeatureSpace {
        scales = List.copyOf(scales);
        left = Map.copyOf(left);
    }

    /**
     * Looks at the features. One that is missing everywhere or that has one value alone is left out.
     *
     * @param rows holds the features as numeric columns
     */
    public static FeatureSpace of(Dataset<Row> rows, List<String> features) {
        List<FeatureScale> scales = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>();
        Row shape = shape(rows, features);
        List<Transform> transforms = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Row of = shape.getStruct(i);
            transforms.add(
                    of.getLong(0) > 1 && !of.isNullAt(3)
                            ? Transform.suiting(of.getDouble(1), of.getDouble(2), of.getDouble(3))
                            : Transform.IDENTITY);
        }
        Row spread = spread(rows, features, transforms);
        for (int i = 0; i < features.size(); i++) {
            Row of = spread.getStruct(i);
            if (of.getLong(0) == 0) {
                left.put(features.get(i), "missing everywhere");
            } else if (of.getDouble(4) <= 0) {
                left.put(features.get(i), "the same everywhere");
            } else {
                scales.add(new FeatureScale(features.get(i), transforms.get(i), of.getDouble(2), width(of)));
            }
        }
        return new FeatureSpace(scales, left);
    }

    private static double width(Row spread) {
        double quartiles = (spread.getDouble(3) - spread.getDouble(1)) / NORMAL_QUARTILES;
        return quartiles > 0 ? quartiles : spread.getDouble(4);
    }

    private static Row shape(Dataset<Row> rows, List<String> features) {
        return first(
                rows,
                features.stream()
                        .map(feature -> FeatureScale.value(feature, Transform.IDENTITY))
                        .map(value -> List.of(count(value), min(value), max(value), skewness(value)))
                        .toList());
    }

    private static Row spread(Dataset<Row> rows, List<String> features, List<Transform> transforms) {
        List<List<Column>> measures = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Column value = FeatureScale.value(features.get(i), transforms.get(i));
            measures.add(List.of(
                    count(value),
                    quantile(value, 0.25),
                    quantile(value, 0.5),
                    quantile(value, 0.75),
                    org.apache.spark.sql.functions.coalesce(stddev_samp(value), lit(0.0))));
        }
        return first(rows, measures);
    }

    private static Column quantile(Column value, double share) {
        return percentile_approx(value, lit(share), lit(ACCURACY));
    }

    private static Row first(Dataset<Row> rows, List<List<Column>> measures) {
        Column[] structs = measures.stream()
                .map(of -> org.apache.spark.sql.functions.struct(of.toArray(new Column[0])))
                .toArray(Column[]::new);
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < structs.length; i++) {
            named.add(structs[i].alias("m" + i));
        }
        Column head = named.get(0);
        return rows.agg(head, named.subList(1, named.size()).toArray(new Column[0]))
                .first();
    }

    /** The names of the features that are used, in order. */
    public List<String> features() {
        return scales.stream().map(FeatureScale::feature).toList();
    }

    /** The coordinates of each row. */
    public List<Column> coordinates() {
        return scales.stream().map(FeatureScale::coordinate).toList();
    }

    /** Adds the coordinates as an array column. */
    Dataset<Row> placed(Dataset<Row> rows, String column) {
        return rows.select(col("*"), array(coordinates().toArray(new Column[0])).alias(column));
    }
}
