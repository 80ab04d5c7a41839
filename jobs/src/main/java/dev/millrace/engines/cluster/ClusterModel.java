package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Clusters that rows are assigned to, of this month or any later: the same row always lands in the same cluster.
 *
 * @param scales how features become coordinates
 * @param components the clusters; a row belongs to that with the highest score
 */
public record ClusterModel(List<FeatureScale> scales, List<Component> components) {

    /** Number of the cluster from 0, INT. */
    public static final String CLUSTER = "cluster";

    /** Distance from the cluster's centre in units of its spread, DOUBLE. */
    public static final String DISTANCE = "distance";

    /** Probability of the cluster against the others, given that the row is of one of them, DOUBLE from 0 to 1. */
    public static final String CONFIDENCE = "confidence";

    private static final int PLACES = 6;
    private static final String POINT = "_point";
    private static final String SCORES = "_scores";
    private static final String DISTANCES = "_distances";

    public ClusterModel {
        scales = List.copyOf(scales);
        components = List.copyOf(components);
    }

    /** Adds {@link #CLUSTER}, {@link #DISTANCE} and {@link #CONFIDENCE}. */
    public Dataset<Row> assign(Dataset<Row> rows) {
        Dataset<Row> placed = new FeatureSpace(scales, java.util.Map.of()).placed(rows, POINT);
        Dataset<Row> scored = placed.select(
                col("*"),
                array(each(component -> component.score(point()))).alias(SCORES),
                array(each(component -> component.squaredDistance(point()))).alias(DISTANCES));
        Column best = array_max(col(SCORES));
        return scored.withColumn(
                        CLUSTER, array_position(col(SCORES), best).minus(1).cast("int"))
                .withColumn(
                        DISTANCE,
                        round(
                                sqrt(greatest(
                                        lit(0.0),
                                        element_at(col(DISTANCES), col(CLUSTER).plus(1)))),
                                PLACES))
                .withColumn(CONFIDENCE, round(lit(1.0).divide(weightOfAll(best)), PLACES))
                .drop(POINT, SCORES, DISTANCES);
    }

    /** The number of the cluster of each point, as {@link #assign} gives it; 0 where there is none. */
    int[] clusters(List<DoublePoint> points) {
        List<Density> densities = components.stream().map(Component::density).toList();
        return points.stream()
                .mapToInt(point -> nearest(densities, point.getPoint()))
                .toArray();
    }

    private static int nearest(List<Density> densities, double... point) {
        int nearest = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < densities.size(); i++) {
            double score = densities.get(i).score(point);
            if (score > highest) {
                highest = score;
                nearest = i;
            }
        }
        return nearest;
    }

    private Column weightOfAll(Column best) {
        return IntStream.range(0, components.size())
                .mapToObj(i -> exp(col(SCORES).getItem(i).minus(best)))
                .reduce(Column::plus)
                .orElse(lit(1.0));
    }

    private List<Column> point() {
        return elements(col(POINT));
    }

    private List<Column> elements(Column point) {
        return IntStream.range(0, scales.size()).mapToObj(point::getItem).toList();
    }

    private Column[] each(Function<Component, Column> value) {
        return components.stream().map(value).toArray(Column[]::new);
    }
}
