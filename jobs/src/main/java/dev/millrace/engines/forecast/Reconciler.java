package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Makes forecasts of the series of a hierarchy add up, each of which was made for itself. Bottom forecasts are adjusted by what is
 * lacking to each sum, b - J W C' (C W C')^-1 C y, where W is what a {@link Reconciliation} weighs by, C y are the gaps between
 * sums and their parts, and J picks the bottom rows (WAH, equation 10); sums are then formed anew, so that they are exact.
 *
 * <p>Deviations follow from those of the forecasts that were given and from how one-step errors go together, which is taken to be
 * the same at every step: the diagonal of S G V G' S', with V their covariances and G the map onto the bottom (WAH, lemma 1).
 */
public final class Reconciler {

    private final HierarchyHistory history;
    private final Reconciliation method;
    private final ErrorCovariance errors;
    private final RealMatrix onto;

    private Reconciler(HierarchyHistory history, Reconciliation method, ErrorCovariance errors) {
        this.history = history;
        this.method = method;
        this.errors = errors;
        this.onto = onto(history.hierarchy(), method, errors);
    }

    /**
     * Learns how to.
     *
     * @param history what the series were
     * @param models what was fitted to each of them, in their order
     * @throws IllegalArgumentException where there is not one model a series
     * @throws SeriesTooShortException where fewer than three periods have an error of every series
     */
    public static Reconciler of(HierarchyHistory history, Reconciliation method, List<? extends SeriesModel> models) {
        int size = history.hierarchy().size();
        oneEach(size, models.size());
        double[][] errors = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] fitted = models.get(i).fitted();
            double[] values = history.values()[i];
            errors[i] = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                errors[i][t] = values[t] - fitted[t];
            }
        }
        return byErrors(history, method, errors);
    }

    /**
     * Learns how to by errors that forecasts made earlier turned out to have. Several periods ahead, series that miss the same trend are
     * off together, which errors of one period within the fitted past do not show.
     *
     * @param errors one row a series, one column a forecast period; of which any is NaN is left out
     * @throws IllegalArgumentException where there is not one row a series
     * @throws SeriesTooShortException below three columns
     */
    public static Reconciler byErrors(HierarchyHistory history, Reconciliation method, double[][] errors) {
        oneEach(history.hierarchy().size(), errors.length);
        return new Reconciler(history, method, ErrorCovariance.of(errors));
    }

    /**
     * Makes forecasts add up.
     *
     * @param base one forecast a series of the hierarchy, all of as many steps
     * @throws IllegalArgumentException where there is not one a series
     */
    public ReconciledForecast reconcile(List<SeriesForecast> base) {
        Hierarchy hierarchy = history.hierarchy();
        oneEach(hierarchy.size(), base.size());
        double[][] given = base.stream().map(SeriesForecast::mean).toArray(double[][]::new);
        double[][] means = hierarchy.sum(
                onto.multiply(new Array2DRowRealMatrix(given, false)).getData());
        double[][] deviations = deviations(base);
        List<SeriesForecast> series = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            series.add(new SeriesForecast(means[i], deviations[i]));
        }
        return new ReconciledForecast(method, series, history.rederived());
    }

    private static void oneEach(int series, int given) {
        if (series != given) {
            throw new IllegalArgumentException("The hierarchy has " + series + " series, not " + given + ".");
        }
    }

    private double[][] deviations(List<SeriesForecast> base) {
        Hierarchy hierarchy = history.hierarchy();
        int steps = base.get(0).mean().length;
        double[][] deviations = new double[hierarchy.size()][steps];
        for (int h = 0; h < steps; h++) {
            int step = h;
            double[] given = base.stream()
                    .mapToDouble(forecast -> forecast.deviation()[step])
                    .toArray();
            double[][] bottom =
                    onto.multiply(errors.with(given)).multiply(onto.transpose()).getData();
            for (int i = 0; i < deviations.length; i++) {
                deviations[i][h] = Math.sqrt(variance(hierarchy.nodes().get(i).parts(), bottom));
            }
        }
        return deviations;
    }

    private static double variance(List<Integer> parts, double[][] covariances) {
        double sum = 0;
        for (int one : parts) {
            for (int other : parts) {
                sum += covariances[one][other];
            }
        }
        return Math.max(0, sum);
    }

    /** The map from all forecasts onto those of the bottom: G of WAH, equation 2. */
    private static RealMatrix onto(Hierarchy hierarchy, Reconciliation method, ErrorCovariance errors) {
        int sums = hierarchy.sums();
        RealMatrix onto = new Array2DRowRealMatrix(hierarchy.bottomSize(), hierarchy.size());
        onto.setSubMatrix(
                MatrixUtils.createRealIdentityMatrix(hierarchy.bottomSize()).getData(), 0, sums);
        Optional<RealMatrix> weights = method.weights(hierarchy, errors);
        if (weights.isEmpty() || sums == 0) {
            return onto;
        }
        RealMatrix gaps = gaps(hierarchy);
        RealMatrix spread = scaled(weights.get()).multiply(gaps.transpose());
        RealMatrix square = gaps.multiply(spread);
        RealMatrix symmetric = square.add(square.transpose()).scalarMultiply(0.5);
        RealMatrix inverse = new CholeskyDecomposition(symmetric).getSolver().getInverse();
        RealMatrix bottom = spread.getSubMatrix(sums, hierarchy.size() - 1, 0, sums - 1);
        return onto.subtract(bottom.multiply(inverse).multiply(gaps));
    }

    /** Each sum less its parts: C. */
    private static RealMatrix gaps(Hierarchy hierarchy) {
        RealMatrix gaps = new Array2DRowRealMatrix(hierarchy.sums(), hierarchy.size());
        for (int i = 0; i < hierarchy.sums(); i++) {
            gaps.setEntry(i, i, 1);
            for (int part : hierarchy.nodes().get(i).parts()) {
                gaps.setEntry(i, hierarchy.sums() + part, -1);
            }
        }
        return gaps;
    }

    /** A factor changes nothing, and keeps numbers in the range that the decomposition is made for. */
    private static RealMatrix scaled(RealMatrix weights) {
        return weights.scalarMultiply(weights.getRowDimension() / weights.getTrace());
    }
}
