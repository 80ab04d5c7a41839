package dev.millrace.engines.cluster;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.distribution.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Cluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.util.Pair;

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
    /**
     * Expectation maximisation of a mixture of normal distributions, each with a covariance of its own, from the clusters of
     * k-means; needs two coordinates. Points are shaken a little, or equal values would make a distribution collapse; one that
     * collapses nevertheless is no division.
     */
    GAUSSIAN_MIXTURE {
        @Override
        List<Component> clusters(List<DoublePoint> points, int k, long seed) {
            var mixture = new MultivariateNormalMixtureExpectationMaximization(shaken(points, seed));
            converge(mixture, start(kMeans(points, k, seed), points.size()));
            return mixture.getFittedModel().getComponents().stream()
                    .map(part -> Component.gaussian(
                            part.getFirst(),
                            part.getSecond().getMeans(),
                            part.getSecond().getCovariances()))
                    .toList();
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
    private static final double CONVERGED = 1e-5;

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

    private static MixtureMultivariateNormalDistribution start(List<CentroidCluster<DoublePoint>> clusters, int all) {
        List<Pair<Double, MultivariateNormalDistribution>> parts = new ArrayList<>();
        for (CentroidCluster<DoublePoint> cluster : clusters) {
            parts.add(Pair.create(
                    cluster.getPoints().size() / (double) all,
                    new MultivariateNormalDistribution(
                            cluster.getCenter().getPoint(), covariance(cluster).getData())));
        }
        return new MixtureMultivariateNormalDistribution(parts);
    }

    private static double[][] shaken(List<DoublePoint> points, long seed) {
        Well19937c random = new Well19937c(seed);
        double width = Math.sqrt(Component.RIDGE);
        return points.stream()
                .map(point -> DoubleStream.of(point.getPoint())
                        .map(value -> value + width * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }

    private static RealMatrix covariance(Cluster<DoublePoint> cluster) {
        double[][] rows =
                cluster.getPoints().stream().map(DoublePoint::getPoint).toArray(double[][]::new);
        int size = rows[0].length;
        RealMatrix spread =
                rows.length < 2 ? new Array2DRowRealMatrix(size, size) : new Covariance(rows).getCovarianceMatrix();
        return spread.add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(Component.RIDGE));
    }

    /** As far as it comes: what a fit that still moves is worth, its stability says. */
    private static void converge(
            MultivariateNormalMixtureExpectationMaximization mixture, MixtureMultivariateNormalDistribution start) {
        try {
            mixture.fit(start, MOST_ROUNDS, CONVERGED);
        } catch (ConvergenceException stillMoving) {
            requireNonNull(mixture.getFittedModel());
        }
    }
}
