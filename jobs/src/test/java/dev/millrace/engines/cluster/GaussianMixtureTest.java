package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.distribution.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {

    private static final int COUNT = 600;

    /** Two thirds lie long and flat, one third lies round beside them, near enough to overlap. */
    private static List<DoublePoint> overlapping() {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> {
                    double x = random.nextGaussian();
                    double y = random.nextGaussian();
                    return i % 3 == 0 ? new double[] {3 + x, 1 + y} : new double[] {2 * x, x + 0.3 * y};
                })
                .map(DoublePoint::new)
                .toList();
    }

    private static int[] halves(List<DoublePoint> points) {
        return points.stream()
                .mapToInt(point -> point.getPoint()[0] > 2 ? 1 : 0)
                .toArray();
    }

    @Test
    void partsAreThoseThatAnotherImplementationFindsFromTheSameStart() {
        List<DoublePoint> points = overlapping();
        int[] start = halves(points);
        var other = new MultivariateNormalMixtureExpectationMaximization(
                points.stream().map(DoublePoint::getPoint).toArray(double[][]::new));
        other.fit(
                new MixtureMultivariateNormalDistribution(List.of(partOf(points, start, 0), partOf(points, start, 1))),
                200,
                1e-5);

        List<Component> parts = GaussianMixture.fit(points, start, 2).orElseThrow();

        for (int i = 0; i < 2; i++) {
            MultivariateNormalDistribution expected =
                    other.getFittedModel().getComponents().get(i).getSecond();
            RealMatrix covariance = covariance(parts.get(i));
            for (int c = 0; c < 2; c++) {
                assertEquals(expected.getMeans()[c], parts.get(i).mean().get(c), 0.03);
                for (int d = 0; d < 2; d++) {
                    assertEquals(expected.getCovariances().getEntry(c, d), covariance.getEntry(c, d), 0.05);
                }
            }
        }
    }

    @Test
    void aPartThatHoldsOnePointAloneIsNoPart() {
        int[] start = new int[COUNT];
        start[7] = 1;

        assertTrue(GaussianMixture.fit(overlapping(), start, 2).isEmpty());
    }

    @Test
    void pointsThatAreAllOneMakeNoInfinitelyDensePart() {
        List<DoublePoint> same = Collections.nCopies(50, new DoublePoint(new double[] {4, 4}));

        List<Component> parts = GaussianMixture.fit(same, new int[50], 1).orElseThrow();

        assertEquals(4, parts.get(0).mean().get(0), 1e-9);
        assertTrue(Double.isFinite(parts.get(0).density().score(4, 4)));
    }

    private static RealMatrix covariance(Component part) {
        double[][] precision = {
            {part.precision().get(0), part.precision().get(1)},
            {part.precision().get(2), part.precision().get(3)}
        };
        return MatrixUtils.inverse(new Array2DRowRealMatrix(precision));
    }

    private static Pair<Double, MultivariateNormalDistribution> partOf(
            List<DoublePoint> points, int[] clusters, int cluster) {
        double[][] rows = IntStream.range(0, points.size())
                .filter(i -> clusters[i] == cluster)
                .mapToObj(i -> points.get(i).getPoint())
                .toArray(double[][]::new);
        double[] mean = {
            IntStream.range(0, rows.length)
                    .mapToDouble(i -> rows[i][0])
                    .average()
                    .orElseThrow(),
            IntStream.range(0, rows.length)
                    .mapToDouble(i -> rows[i][1])
                    .average()
                    .orElseThrow()
        };
        double[][] covariance = new Covariance(rows).getCovarianceMatrix().getData();
        return Pair.create(rows.length / (double) points.size(), new MultivariateNormalDistribution(mean, covariance));
    }
}
