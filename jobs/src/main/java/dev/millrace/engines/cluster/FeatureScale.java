package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * How a feature becomes a coordinate: transformed where it is skewed, from the median, in units of the spread, and no
 * further out than {@link #FURTHEST}, so that a few giants do not make a cluster of their own (Huber and Ronchetti, Robust
 * Statistics, 2nd ed., 2009, on winsorizing). A missing value lies at the median.
 *
 * @param feature column that it is made from
 * @param transform what is done to it first
 * @param median of the transformed feature
 * @param spread interquartile range / 1.349, which is the standard deviation of a normal distribution; above 0
 */
public record FeatureScale(String feature, Transform transform, double median, double spread) {

    /** Spreads from the median at which a coordinate ends. */
    public static final double FURTHEST = 4;

    /** The coordinate of each row. */
    public Column coordinate() {
        Column measured = value(feature, transform).minus(median).divide(spread);
        return coalesce(greatest(lit(-FURTHEST), least(lit(FURTHEST), measured)), lit(0.0));
    }

    static Column value(String feature, Transform transform) {
        return transform.of(col(feature).cast("double"));
    }
}
