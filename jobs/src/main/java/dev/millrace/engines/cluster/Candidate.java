package dev.millrace.engines.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.clustering.GaussianMixture;
import org.apache.spark.ml.clustering.GaussianMixtureModel;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A way to find clusters; all are MLlib's. */
public enum Candidate {
    /** Lloyd's algorithm from k-means|| (Bahmani et al., Scalable k-means++, 2012). */
    K_MEANS {
        @Override
        List<Component> fit(Dataset<Row> points, int k, long seed) {
            return centres(new KMeans()
                    .setFeaturesCol(POINT)
                    .setWeightCol(WEIGHT)
                    .setK(k)
                    .setMaxIter(MOST_ROUNDS)
                    .setSeed(seed)
                    .fit(points)
                    .clusterCenters());
        }
    },
    /** Expectation maximisation of a mixture of normal distributions, each with a covariance of its own. */
    GAUSSIAN_MIXTURE {
        @Override
        List<Component> fit(Dataset<Row> points, int k, long seed) {
            GaussianMixtureModel model = new GaussianMixture()
                    .setFeaturesCol(POINT)
                    .setWeightCol(WEIGHT)
                    .setK(k)
                    .setMaxIter(MOST_ROUNDS)
                    .setSeed(seed)
                    .fit(points);
            return IntStream.range(0, model.getK())
                    .mapToObj(i -> Component.gaussian(
                            model.weights()[i],
                            model.gaussians()[i].mean().toArray(),
                            matrix(model.gaussians()[i].cov().toArray(), model.numFeatures())))
                    .toList();
        }
    },
    /** The largest cluster is split by k-means until there are k (Steinbach et al., 2000); rows go to the nearest leaf. */
    BISECTING_K_MEANS {
        @Override
        List<Component> fit(Dataset<Row> points, int k, long seed) {
            return centres(new BisectingKMeans()
                    .setFeaturesCol(POINT)
                    .setWeightCol(WEIGHT)
                    .setK(k)
                    .setMaxIter(MOST_ROUNDS)
                    .setSeed(seed)
                    .fit(points)
                    .clusterCenters());
        }
    };

    static final String POINT = "point";
    static final String WEIGHT = "weight";

    private static final int MOST_ROUNDS = 30;

    /**
     * Finds clusters.
     *
     * @param points {@link #POINT}, VECTOR, and {@link #WEIGHT}, DOUBLE
     * @return at most k clusters
     */
    abstract List<Component> fit(Dataset<Row> points, int k, long seed);

    /** How tables name it, such as {@code k-means}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Component> centres(Vector... centres) {
        return Stream.of(centres)
                .map(centre -> Component.centre(centre.toArray()))
                .toList();
    }

    private static RealMatrix matrix(double[] columns, int size) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(columns, i * size, (i + 1) * size);
        }
        return MatrixUtils.createRealMatrix(rows);
    }
}
