package dev.millrace.engines.cluster;

import java.util.List;
import org.apache.commons.math3.ml.clustering.DoublePoint;

/**
 * How much nearer points are to their own cluster than to the next one, from -1 to 1 (Rousseeuw, Silhouettes, Journal of
 * Computational and Applied Mathematics 20, 1987), by squared Euclidean distance, whose mean over a cluster follows from the
 * cluster's sums.
 */
final class Silhouette {

    private Silhouette() {}

    /** The mean over all points; a point alone in its cluster counts 0. */
    static double of(List<DoublePoint> points, int[] clusters, int k) {
        int dimensions = points.get(0).getPoint().length;
        double[][] sums = new double[k][dimensions];
        double[] squares = new double[k];
        int[] sizes = new int[k];
        for (int i = 0; i < clusters.length; i++) {
            double[] point = points.get(i).getPoint();
            for (int j = 0; j < dimensions; j++) {
                sums[clusters[i]][j] += point[j];
            }
            squares[clusters[i]] += product(point, point);
            sizes[clusters[i]]++;
        }
        double total = 0;
        for (int i = 0; i < clusters.length; i++) {
            total += ofOne(points.get(i).getPoint(), clusters[i], sums, squares, sizes);
        }
        return total / clusters.length;
    }

    private static double ofOne(double[] point, int own, double[][] sums, double[] squares, int... sizes) {
        double within = 0;
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            double all = sizes[cluster] * product(point, point) + squares[cluster] - 2 * product(point, sums[cluster]);
            if (cluster == own) {
                within = sizes[cluster] > 1 ? all / (sizes[cluster] - 1) : 0;
            } else if (sizes[cluster] > 0) {
                next = Math.min(next, all / sizes[cluster]);
            }
        }
        double larger = Math.max(within, next);
        return sizes[own] < 2 || Double.isInfinite(next) || larger <= 0 ? 0 : (next - within) / larger;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
