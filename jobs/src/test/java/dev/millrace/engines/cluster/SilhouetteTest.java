package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.junit.jupiter.api.Test;

class SilhouetteTest {

    @Test
    void aKnownLineOfPointsHasItsKnownSilhouette() {
        // Squared distances: the outer points 1 within and (64 + 81) / 2 or (81 + 100) / 2 to the other cluster, and so
        // on.
        List<DoublePoint> points = List.of(at(0), at(1), at(9), at(10));
        double outer = 1 - 1 / 90.5;
        double inner = 1 - 1 / 72.5;

        assertEquals((2 * outer + 2 * inner) / 4, Silhouette.of(points, new int[] {0, 0, 1, 1}, 2), 1e-12);
    }

    @Test
    void aPointAloneCountsNothingAndAWrongClusterCountsAgainst() {
        List<DoublePoint> points = List.of(at(0), at(1), at(9));

        // 0 is 81 from the other cluster, 1 is 64, both are 1 from each other.
        assertEquals((1 - 1 / 81.0 + 1 - 1 / 64.0) / 3, Silhouette.of(points, new int[] {0, 0, 1}, 2), 1e-12);
        assertEquals(-1, Math.signum(Silhouette.of(points, new int[] {0, 1, 0}, 2)));
    }

    private static DoublePoint at(double place) {
        return new DoublePoint(new double[] {place});
    }
}
