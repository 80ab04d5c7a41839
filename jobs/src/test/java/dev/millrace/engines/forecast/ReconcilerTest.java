package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.engines.forecast.Hierarchy.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A total of two series, forecast as 10, 4 and 4: the total is 2 more than its parts. */
class ReconcilerTest {

    private static final Hierarchy PAIR = Hierarchy.of("bottom", List.of("a", "b"), List.of(Level.total(2)));

    /** Errors of the total, of a and of b in four periods: variances 1, 4 and 1; those of total and a have nothing in common. */
    private static final double[][] ERRORS = {{1, 1, -1, -1}, {2, -2, 2, -2}, {1, 1, -1, 1}};

    /** What is said to have been fitted: values of 0 less the error. */
    private record Fitted(double[] fitted) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            throw new UnsupportedOperationException("nothing is asked of it");
        }

        @Override
        public String description() {
            return "fitted";
        }
    }

    private static Reconciler reconciler(Hierarchy hierarchy, Reconciliation method, double[][] errors) {
        HierarchyHistory history =
                HierarchyHistory.ofBottom(hierarchy, new double[hierarchy.bottomSize()][errors[0].length]);
        List<Fitted> models = new ArrayList<>();
        for (double[] series : errors) {
            models.add(new Fitted(Arrays.stream(series).map(e -> -e).toArray()));
        }
        return Reconciler.of(history, method, models);
    }

    private static List<SeriesForecast> base(double[] deviations, double... means) {
        return IntStream.range(0, means.length)
                .mapToObj(i -> new SeriesForecast(new double[] {means[i]}, new double[] {deviations[i]}))
                .toList();
    }

    private static double[] means(ReconciledForecast forecast) {
        return forecast.series().stream().mapToDouble(each -> each.mean()[0]).toArray();
    }

    private static double[] deviations(ReconciledForecast forecast) {
        return forecast.series().stream()
                .mapToDouble(each -> each.deviation()[0])
                .toArray();
    }

    private static ReconciledForecast pair(Reconciliation method) {
        return reconciler(PAIR, method, ERRORS).reconcile(base(new double[] {1, 2, 1}, 10, 4, 4));
    }

    @Test
    void fromTheBottomUpTheTotalGivesWay() {
        assertArrayEquals(new double[] {8, 4, 4}, means(pair(Reconciliation.BOTTOM_UP)), 1e-12);
    }

    @Test
    void leastSquaresSharesTheGapEvenly() {
        assertArrayEquals(
                new double[] {10 - 2 / 3.0, 4 + 2 / 3.0, 4 + 2 / 3.0}, means(pair(Reconciliation.OLS)), 1e-12);
    }

    @Test
    void byStructureATotalOfTwoGivesWayTwiceAsMuch() {
        assertArrayEquals(new double[] {9, 4.5, 4.5}, means(pair(Reconciliation.WLS_STRUCTURAL)), 1e-12);
    }

    @Test
    void byVarianceEachGivesWayAsItErred() {
        double gap = 2 / 6.0;

        assertArrayEquals(
                new double[] {10 - gap, 4 + 4 * gap, 4 + gap}, means(pair(Reconciliation.WLS_VARIANCE)), 1e-12);
    }

    /**
     * By hand: with covariance c of total and b, and covariances d of total and a and e of a and b (each shrunk), W C' is
     * (1 - d - c, d - 4 - e, c - e - 1) and C W C' the first less the others.
     */
    @Test
    void byMinimumTraceItCountsHowErrorsGoTogether() {
        double kept = 1 - ErrorCovariance.of(ERRORS).shrinkage();
        double c = kept * 0.5;
        double d = 0;
        double e = kept * -1;
        double whole = 6 - 2 * d - 2 * c + 2 * e;

        assertArrayEquals(
                new double[] {10 - 2 * (1 - d - c) / whole, 4 + 2 * (4 + e - d) / whole, 4 + 2 * (1 + e - c) / whole},
                means(pair(Reconciliation.MINT_SHRINK)),
                1e-12);
    }

    /** By hand: G of least squares is (1, 2, -1) / 3 and (1, -1, 2) / 3; without correlations squares of weights add up. */
    @Test
    void deviationsFollowTheForecastsThatAreMixed() {
        double[][] apart = {{1, 1, -1, -1}, {1, -1, 1, -1}, {1, -1, -1, 1}};
        ReconciledForecast forecast =
                reconciler(PAIR, Reconciliation.OLS, apart).reconcile(base(new double[] {1, 2, 3}, 10, 4, 4));

        assertArrayEquals(
                new double[] {
                    Math.sqrt(4 + 4 + 9) / 3, Math.sqrt(1 + 16 + 9) / 3, Math.sqrt(1 + 4 + 36) / 3,
                },
                deviations(forecast),
                1e-12);
    }

    @Test
    void deviationsOfPartsThatErrTogetherAddUp() {
        double[][] together = new double[3][1000];
        Random random = new Random(11);
        for (int t = 0; t < 1000; t++) {
            double error = random.nextGaussian();
            together[0][t] = 2 * error;
            together[1][t] = error;
            together[2][t] = error;
        }
        ReconciledForecast forecast =
                reconciler(PAIR, Reconciliation.BOTTOM_UP, together).reconcile(base(new double[] {9, 3, 3}, 10, 4, 4));

        assertArrayEquals(new double[] {6, 3, 3}, deviations(forecast), 0.02);
    }

    @ParameterizedTest
    @EnumSource(Reconciliation.class)
    void partsAddUpExactlyWhateverWasForecast(Reconciliation method) {
        Random random = new Random(23);
        for (int round = 0; round < 20; round++) {
            Hierarchy hierarchy = grouped(2 + random.nextInt(5), 2 + random.nextInt(4));
            double[][] errors = draws(random, hierarchy.size(), 12);
            double[] means = draws(random, 1, hierarchy.size())[0];
            double[] deviations =
                    random.doubles(hierarchy.size()).map(d -> 100 * d).toArray();
            double[] made = means(reconciler(hierarchy, method, errors).reconcile(base(deviations, means)));

            for (int node = 0; node < hierarchy.sums(); node++) {
                double parts = hierarchy.nodes().get(node).parts().stream()
                        .mapToDouble(part -> made[hierarchy.sums() + part])
                        .sum();
                assertEquals(parts, made[node], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reconciliation.class)
    void forecastsThatAddUpStayAsTheyAre(Reconciliation method) {
        Random random = new Random(29);
        Hierarchy hierarchy = grouped(4, 3);
        double[] means = Arrays.stream(hierarchy.sum(draws(random, hierarchy.bottomSize(), 1)))
                .mapToDouble(each -> each[0])
                .toArray();
        double[][] errors = draws(random, hierarchy.size(), 12);

        ReconciledForecast made =
                reconciler(hierarchy, method, errors).reconcile(base(new double[hierarchy.size()], means));

        assertArrayEquals(means, means(made), 1e-6);
    }

    @Test
    void aHistoryThatWasDerivedAnewIsNamedInTheResult() {
        HierarchyHistory history = HierarchyHistory.of(
                PAIR, new double[][] {{9, 9, 9, 9}, {1, 2, 3, 4}, {1, 1, 1, 1}}, HierarchyHistory.Mismatch.REDERIVE);
        Fitted model = new Fitted(new double[] {1, 1, 2, 2});
        ReconciledForecast made = Reconciler.of(history, Reconciliation.OLS, List.of(model, model, model))
                .reconcile(base(new double[3], 10, 4, 4));

        assertEquals(
                List.of("total total"),
                made.rederived().stream().map(HierarchyNode::toString).toList());
        assertEquals(Reconciliation.OLS, made.method());
    }

    @Test
    void aForecastTooFewIsRefused() {
        Reconciler reconciler = reconciler(PAIR, Reconciliation.OLS, ERRORS);
        List<SeriesForecast> two = base(new double[2], 10, 4);

        assertThrows(IllegalArgumentException.class, () -> reconciler.reconcile(two));
    }

    private static Hierarchy grouped(int regions, int purposes) {
        List<String> bottom = new ArrayList<>();
        List<String> region = new ArrayList<>();
        List<String> purpose = new ArrayList<>();
        for (int r = 0; r < regions; r++) {
            for (int p = 0; p < purposes; p++) {
                bottom.add(r + "-" + p);
                region.add("r" + r);
                purpose.add("p" + p);
            }
        }
        return Hierarchy.of(
                "bottom",
                bottom,
                List.of(Level.total(bottom.size()), new Level("region", region), new Level("purpose", purpose)));
    }

    private static double[][] draws(Random random, int rows, int columns) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            for (int i = 0; i < columns; i++) {
                row[i] = 1000 * random.nextGaussian();
            }
        }
        return drawn;
    }
}
