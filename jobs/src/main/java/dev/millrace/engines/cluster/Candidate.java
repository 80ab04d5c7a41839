package dev.millrace.engines.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/**
 * A way to find clusters in a sample that fits into memory; all stand on Apache Commons Math. Spark would take seconds for each of
 * dozens of small fits.
 */
public enum Candidate {
    /** Lloyd's algorithm from k-means++ (Arthur and Vassilvitskii 2007), the best of several starts. */
    K_MEANS {
        @Override
        List<Component> clusters(List<DoublePoint> points, int k, long seed) {
            return centres(kMeans(points, k, seed));
        }
    },
    /** A mixture of normal distributions, from the clusters of k-means. One in which a part collapses is no division. */
    GAUSSIAN_MIXTURE {
        @Override
        List<Component> clusters(List<DoublePoint> points, int k, long seed) {
            List<Component> start = centres(kMeans(points, k, seed));
            int[] nearest = new ClusterModel(List.of(), start).clusters(points);
            return GaussianMixture.fit(points, nearest, k).orElse(List.of());
        }
    },
    /** The largest cluster is split by k-means until there are k (Steinbach et al., 2000); rows go to the nearest leaf. */
    BISECTING_K_MEANS {
        @Override
        List<Component> clusters(List<DoublePoint> points, int k, long seed) {
            List<CentroidCluster<DoublePoint>> leaves = new ArrayList<>(kMeans(points, 1, seed));
            while (leaves.size() < k) {
                CentroidCluster<DoublePoint> largest = leaves.stream()
                        .max(Comparator.comparingInt(leaf -> leaf.getPoints().size()))
                        .orElseThrow();
                if (distinct(largest.getPoints()) < 2) {
                    return List.of();
                }
                leaves.remove(largest);
                leaves.addAll(kMeans(largest.getPoints(), 2, seed));
            }
            return centres(leaves);
        }
    };

    private static final int MOST_ROUNDS = 50;
    private static final int STARTS = 5;

    /**
     * Finds clusters.
     *
     * @param points in an order that is always the same; one that was drawn twice stands there twice
     * @return k clusters, or none where there are no k
     */
    final List<Component> fit(List<DoublePoint> points, int k, long seed) {
        if (distinct(points) < k) {
            return List.of();
        }
        try {
            return clusters(points, k, seed);
        } catch (MathIllegalArgumentException | ConvergenceException collapsed) {
            return List.of();
        }
    }

    /** The clusters of at least k points that differ; may throw what Commons Math throws where a cluster comes to nothing. */
    abstract List<Component> clusters(List<DoublePoint> points, int k, long seed);

    /** How tables name it, such as {@code k-means}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<CentroidCluster<DoublePoint>> kMeans(List<DoublePoint> points, int k, long seed) {
        var once =
                new KMeansPlusPlusClusterer<DoublePoint>(k, MOST_ROUNDS, new EuclideanDistance(), new Well19937c(seed));
        return new MultiKMeansPlusPlusClusterer<>(once, STARTS).cluster(points);
    }

    private static long distinct(List<DoublePoint> points) {
        return points.stream().distinct().count();
    }

    private static List<Component> centres(List<CentroidCluster<DoublePoint>> clusters) {
        return clusters.stream()
                .map(cluster -> Component.centre(cluster.getCenter().getPoint()))
                .toList();
    }
}
