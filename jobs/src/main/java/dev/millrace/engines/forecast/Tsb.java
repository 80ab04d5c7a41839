package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * Forecasts intermittent demand by the size of demands times the probability that a period has one, both smoothed, the probability in
 * every period: so that it fades where demand ends. Source: Teunter, Syntetos and Babai, "Intermittent demand: linking forecasting to
 * inventory obsolescence", European Journal of Operational Research 214 (2011).
 */
public final class Tsb implements SeriesMethod {

    private static final double LEAST = 0.01;
    private static final double MOST = 0.3;
    private static final double[][] STARTS = {{0.1, 0.02}, {0.1, 0.15}, {0.25, 0.05}, {0.02, 0.05}};
    private static final double TOLERANCE = 1e-10;

    /** Smoothing parameters of size and probability; empty where each series gets its best. */
    private final double[] alphas;

    private Tsb(double... alphas) {
        this.alphas = alphas;
    }

    /**
     * With the same smoothing parameters for all series.
     *
     * @param sizeAlpha of the size of demands
     * @param probabilityAlpha of the probability of a demand
     * @throws IllegalArgumentException where one of them is not above 0 and at most 1
     */
    public static Tsb of(double sizeAlpha, double probabilityAlpha) {
        for (double alpha : List.of(sizeAlpha, probabilityAlpha)) {
            if (!(alpha > 0 && alpha <= 1)) {
                throw new IllegalArgumentException("Alpha lies above 0 and not above 1, not at " + alpha + ".");
            }
        }
        return new Tsb(sizeAlpha, probabilityAlpha);
    }

    /** With those smoothing parameters from 0.01 to 0.3 that have the least squares of one-step errors in each series. */
    public static Tsb optimised() {
        return new Tsb();
    }

    @Override
    public String name() {
        return "tsb";
    }

    /**
     * Fits the series. Periods whose value is not positive count as periods without demand; a series without any demand is expected
     * to stay so.
     *
     * @throws SeriesTooShortException without values
     */
    @Override
    public SeriesModel fit(double... values) {
        if (values.length == 0) {
            throw new SeriesTooShortException(name(), 1, 0);
        }
        Demands demands = Demands.of(values);
        if (demands.none()) {
            return new TsbModel(0, 0, Double.NaN, Double.NaN, new double[values.length]);
        }
        TsbPath path = new TsbPath(values, demands);
        double[] chosen = alphas.length == 0 ? best(path) : alphas;
        path.value(chosen);
        return new TsbModel(path.probability, path.size, chosen[0], chosen[1], path.fitted);
    }

    private static double[] best(TsbPath path) {
        double[] best = STARTS[0];
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] point = start.clone();
            double squares = new BoxMinimum(path, both(LEAST), both(MOST), both(1), TOLERANCE).from(point);
            if (squares < least) {
                best = point;
                least = squares;
            }
        }
        return best;
    }

    private static double[] both(double value) {
        double[] two = new double[2];
        Arrays.fill(two, value);
        return two;
    }
}
