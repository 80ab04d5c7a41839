package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EtsStabilityTest {

    /** By what the influence of the start grows over many periods without news; above 1, it never fades. */
    private static double growth(double alpha, double beta, double gamma) {
        EtsPath path = new EtsPath(new double[3_000], 5);
        path.start(new EtsParameters(alpha, beta, gamma, 1, 1, beta == 0 ? 0 : 1, new double[] {1, 0, 0, 0, 0}));
        new AdditiveSeasonRecursion().forward(path);
        double last = largest(path, 2_000);
        return Double.isFinite(last) ? (last + 1e-200) / (largest(path, 1_000) + 1e-200) : Double.POSITIVE_INFINITY;
    }

    private static double largest(EtsPath path, int from) {
        double largest = 0;
        for (int t = from; t < from + 1_000; t++) {
            largest = Math.max(largest, Math.abs(path.forecast[t]));
        }
        return largest;
    }

    @Test
    void aModelIsStableWhereItForgetsItsStart() {
        int stable = 0;
        int unstable = 0;
        for (double alpha = 0.05; alpha < 2; alpha += 0.13) {
            for (double beta = 0.03; beta < 2; beta += 0.21) {
                for (double gamma = 0.07; gamma < 1.5; gamma += 0.17) {
                    double growth = growth(alpha, beta, gamma);
                    boolean holds = new EtsStability(5).holds(alpha, beta, gamma, 1);
                    // In between, it takes longer to tell.
                    assertTrue(growth > 0.5 || holds, alpha + " " + beta + " " + gamma);
                    assertFalse(growth > 2 && holds, alpha + " " + beta + " " + gamma);
                    stable += growth < 0.5 ? 1 : 0;
                    unstable += growth > 2 ? 1 : 0;
                }
            }
        }
        assertTrue(stable > 50 && unstable > 50, stable + " and " + unstable);
    }

    @Test
    void withoutATrendTheLevelAndSeasonForgetTogether() {
        EtsStability stability = new EtsStability(5);

        assertTrue(stability.holds(0.3, 0.6));
        assertTrue(growth(0.3, 0, 0.6) <= 1);
        assertFalse(stability.holds(0.3, 1.8));
        assertFalse(growth(0.3, 0, 1.8) <= 1);
    }
}
