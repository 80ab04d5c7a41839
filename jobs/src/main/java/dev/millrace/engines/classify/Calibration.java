package dev.millrace.engines.classify;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Turns the log-odds that a model says into those that come true.
 *
 * @param method {@code none}, {@code platt} (Platt, "Probabilistic outputs for support vector machines", 1999) or
 *     {@code isotonic} (Zadrozny and Elkan, "Transforming classifier scores into accurate multiclass probability estimates",
 *     2002)
 * @param from log-odds of the model: for platt the slope alone, for isotonic the points in order
 * @param to for platt the intercept alone, for isotonic the probability at each point
 */
@SuppressWarnings("ArrayRecordComponent") // searched once a row: lists would box each number
public record Calibration(String method, double[] from, double[] to) implements Serializable {

    static final Calibration NONE = new Calibration("none", new double[0], new double[0]);

    /** The calibrated probability. */
    double probability(double logOdds) {
        return switch (method) {
            case "platt" -> Scorer.sigmoid(from[0] * logOdds + to[0]);
            case "isotonic" -> between(logOdds);
            default -> Scorer.sigmoid(logOdds);
        };
    }

    private double between(double logOdds) {
        int found = Arrays.binarySearch(from, logOdds);
        if (found >= 0) {
            return to[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return to[0];
        }
        if (above == from.length) {
            return to[to.length - 1];
        }
        double share = (logOdds - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + share * (to[above] - to[above - 1]);
    }

    /** The logistic regression of the labels on the log-odds, by Newton's method. */
    static Calibration platt(double[] logOdds, double... labels) {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < 50; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double curveSlope = 1e-9;
            double curveBoth = 0;
            double curveIntercept = 1e-9;
            for (int i = 0; i < labels.length; i++) {
                double said = Scorer.sigmoid(slope * logOdds[i] + intercept);
                double off = labels[i] - said;
                double weight = said * (1 - said);
                gradientSlope += off * logOdds[i];
                gradientIntercept += off;
                curveSlope += weight * logOdds[i] * logOdds[i];
                curveBoth += weight * logOdds[i];
                curveIntercept += weight;
            }
            double determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
            if (Math.abs(determinant) < 1e-12) {
                return NONE;
            }
            double moveSlope = (curveIntercept * gradientSlope - curveBoth * gradientIntercept) / determinant;
            double moveIntercept = (curveSlope * gradientIntercept - curveBoth * gradientSlope) / determinant;
            slope += moveSlope;
            intercept += moveIntercept;
            if (Math.abs(moveSlope) + Math.abs(moveIntercept) < 1e-9) {
                break;
            }
        }
        boolean sound = Double.isFinite(slope) && Double.isFinite(intercept) && slope > 0;
        return sound ? new Calibration("platt", new double[] {slope}, new double[] {intercept}) : NONE;
    }

    /** The rising step function nearest to the labels, by pooling adjacent violators; linear between the middles of steps. */
    static Calibration isotonic(double[] logOdds, double... labels) {
        int[] order = Ranks.ascending(logOdds);
        double[] sums = new double[order.length];
        double[] places = new double[order.length];
        int[] counts = new int[order.length];
        int blocks = 0;
        for (int row : order) {
            sums[blocks] = labels[row];
            places[blocks] = logOdds[row];
            counts[blocks] = 1;
            blocks++;
            while (blocks > 1 && sums[blocks - 2] / counts[blocks - 2] >= sums[blocks - 1] / counts[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                places[blocks - 2] += places[blocks - 1];
                counts[blocks - 2] += counts[blocks - 1];
                blocks--;
            }
        }
        double[] from = new double[blocks];
        double[] to = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            from[i] = places[i] / counts[i];
            // So many rows alone make nobody certain.
            double least = 0.5 / (order.length + 1);
            to[i] = Math.min(1 - least, Math.max(least, sums[i] / counts[i]));
        }
        return blocks == 0 ? NONE : new Calibration("isotonic", from, to);
    }
}
