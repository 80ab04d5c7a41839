package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Looks for the greatest likelihood of one order, over the partial autocorrelations of its four parts, one after the other. */
final class ArimaSummit {

    private static final double MOST_OF_VALUES = 0.9999;
    private static final double LASTING = 0.95;
    private static final double TAKEN_BACK = 0.7;
    /** What the next step towards the least conditional squares must promise of twice the log-likelihood. */
    private static final double ROUGH = 0.1;
    /** How many values there must be for each coefficient, or conditional squares tell of chance alone. */
    private static final int FOR_SQUARES = 3;
    /** Below this part of the values' size an error counts as none: a series without noise has no greatest likelihood. */
    private static final double SMALLEST_ERROR = 1e-10;

    private final ArimaOrder order;
    private final double[] left;
    private final double[] upper;
    private final double[] lower;
    private final double floor;
    private final ArmaLikelihood likelihood;

    /**
     * A search.
     *
     * @param left what differencing has left of the series
     */
    ArimaSummit(ArimaOrder order, double... left) {
        this.order = order;
        this.left = left;
        upper = new double[order.coefficients()];
        Arrays.fill(upper, 1);
        Arrays.fill(upper, 0, order.ar(), MOST_OF_VALUES);
        int seasonal = order.ar() + order.ma();
        Arrays.fill(upper, seasonal, seasonal + order.seasonalAr(), MOST_OF_VALUES);
        lower = Arrays.stream(upper).map(bound -> -bound).toArray();
        double largest = Arrays.stream(left).map(Math::abs).max().orElse(0);
        floor = left.length * Math.pow(SMALLEST_ERROR * largest, 2);
        likelihood = new ArmaLikelihood(left, order.constant());
    }

    /**
     * Climbs from two starts, and on from where it is higher, since likelihoods have several summits where values and errors nearly
     * cancel out: one near 0, one of what lasts.
     *
     * @param near what a next step must promise of twice the log-likelihood, until it is decided which start leads higher
     * @param tolerance the same from there on
     */
    double[] find(double near, double tolerance) {
        double[] best = bySquares();
        if (best.length == 0) {
            return best;
        }
        double[] other = lasting();
        if (climb(this::target, left.length, near, other) < climb(this::target, left.length, near, best)) {
            best = other;
        }
        climb(this::target, left.length, tolerance, best);
        return best;
    }

    /** Where what happens lasts, and most of it is taken back. */
    private double[] lasting() {
        double[] point = new double[upper.length];
        int[] counts = {order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa()};
        int first = 0;
        for (int part = 0; part < counts.length; part++) {
            if (counts[part] > 0) {
                point[first] = part % 2 == 0 ? LASTING : TAKEN_BACK;
            }
            first += counts[part];
        }
        return point;
    }

    /** Where conditional squares are least; all 0 where there are too few values for these. */
    private double[] bySquares() {
        double[] point = new double[upper.length];
        int counted = left.length - order.ar() - order.seasonalAr() * order.period();
        if (point.length > 0 && counted >= FOR_SQUARES * point.length) {
            ConditionalSquares squares = new ConditionalSquares(left, order.constant());
            ToDoubleFunction<double[]> target = x -> {
                ArmaCoefficients known = ArmaCoefficients.of(order, x);
                return counted * Math.log(squares.of(known.phi(), known.theta()) + floor);
            };
            climb(target, counted, ROUGH, point);
        }
        return point;
    }

    private double climb(ToDoubleFunction<double[]> function, int values, double tolerance, double[] point) {
        double[] curvature = new double[upper.length];
        Arrays.fill(curvature, 2.0 * values);
        return new BoxMinimum(new DifferenceQuotients(function, upper), lower, upper, curvature, tolerance).from(point);
    }

    /** Twice the negative log-likelihood, but for a constant; infinite where the model is not stationary. */
    double target(double[] partial) {
        ArmaCoefficients known = ArmaCoefficients.of(order, partial);
        ArmaStates states = ArmaStates.of(known.phi(), known.theta());
        if (states == null) {
            return Double.POSITIVE_INFINITY;
        }
        likelihood.run(states);
        return left.length * Math.log(likelihood.squares() + floor) + likelihood.logs();
    }

    /** The likelihood where {@link #target} was asked last. */
    ArmaLikelihood likelihood() {
        return likelihood;
    }
}
