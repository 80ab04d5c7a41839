package dev.millrace.engines.forecast;

/**
 * Whether a seasonal exponential smoothing model forgets: whether the roots of its characteristic equation lie within the unit circle.
 * Source: Hyndman, Akram and Archibald, "The admissible parameter space for exponential smoothing models", Annals of the Institute of
 * Statistical Mathematics 60 (2008); by the recursion of Schur and Cohn, which finds no roots and so costs little.
 * Without a season the bounds of the parameters are enough.
 */
final class EtsStability {

    private final int period;
    private double[] polynomial;
    private double[] reduced;

    EtsStability(int period) {
        this.period = period;
        polynomial = new double[period + 2];
        reduced = new double[period + 2];
    }

    /** Whether the model with a trend forgets. */
    boolean holds(double alpha, double beta, double gamma, double phi) {
        double[] p = polynomial;
        p[0] = phi * (1 - alpha - gamma);
        p[1] = alpha + beta - alpha * phi + gamma - 1;
        for (int i = 2; i < period; i++) {
            p[i] = alpha + beta - alpha * phi;
        }
        p[period] = alpha + beta - phi;
        p[period + 1] = 1;
        return withinUnitCircle(period + 1);
    }

    /** Whether the model without a trend forgets: the equation as above, with beta 0 and phi 1, divided by its root 1. */
    boolean holds(double alpha, double gamma) {
        double[] p = polynomial;
        p[0] = alpha + gamma - 1;
        for (int i = 1; i < period; i++) {
            p[i] = alpha;
        }
        p[period] = 1;
        return withinUnitCircle(period);
    }

    private boolean withinUnitCircle(int degree) {
        for (int k = degree; k > 0; k--) {
            double[] p = polynomial;
            double ratio = p[0] / p[k];
            if (!(Math.abs(ratio) < 1)) {
                return false;
            }
            for (int i = 0; i < k; i++) {
                reduced[i] = p[i + 1] - ratio * p[k - 1 - i];
            }
            polynomial = reduced;
            reduced = p;
        }
        return true;
    }
}
