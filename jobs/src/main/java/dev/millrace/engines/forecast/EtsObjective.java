package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.EtsForm.Season;
import java.util.Arrays;
import java.util.List;

/**
 * Twice the negative log-likelihood of one form, but for a constant (Hyndman, Koehler, Ord and Snyder 2008, section 5.1), over
 * variables whose bounds do not depend on each other: alpha; what part beta is of alpha and gamma of 1 - alpha; phi; level, slope
 * and all seasons but the first, before the first period.
 */
final class EtsObjective implements SmoothFunction {

    /** The bounds that R's {@code ets} and statsforecast have. */
    private static final double LEAST = 1e-4;

    private static final double MOST = 0.9999;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;
    /** Below this part of the series' size an error counts as none: a series without noise has no greatest likelihood. */
    private static final double SMALLEST_ERROR = 1e-8;

    private final EtsForm form;
    private final EtsPath path;
    private final EtsRecursion recursion;
    private final EtsStability stability;
    private final int period;
    private final int length;
    private final double floor;
    private final int states;
    private double betaShare;
    private double gammaShare;
    private double squares;

    /**
     * The likelihood of a form for a series.
     *
     * @param path the series, and room to compute
     */
    EtsObjective(EtsForm form, EtsPath path) {
        this.form = form;
        this.path = path;
        recursion = EtsRecursion.of(form);
        period = path.period;
        stability = new EtsStability(period);
        length = path.values.length;
        states = form.smoothingParameters();
        double size = form.relativeError()
                ? 1
                : Arrays.stream(path.values).map(Math::abs).max().orElse(1);
        floor = length * SMALLEST_ERROR * SMALLEST_ERROR * size * size;
    }

    /** How many variables it has. */
    int size() {
        return form.parameters(period) - 1;
    }

    double[] lower() {
        double[] bounds = new double[size()];
        Arrays.fill(bounds, Double.NEGATIVE_INFINITY);
        Arrays.fill(bounds, 0, states, 0);
        bounds[0] = LEAST;
        if (form.damped()) {
            bounds[states - 1] = LEAST_PHI;
        }
        return bounds;
    }

    double[] upper() {
        double[] bounds = new double[size()];
        Arrays.fill(bounds, Double.POSITIVE_INFINITY);
        Arrays.fill(bounds, 0, states, 1);
        bounds[0] = MOST;
        if (form.damped()) {
            bounds[states - 1] = MOST_PHI;
        }
        return bounds;
    }

    /** How curved it is along each variable near a point, roughly, for a series whose noise has a size of about 1. */
    double[] curvature(double[] near) {
        double[] guess = new double[size()];
        double level = near[states];
        Arrays.fill(guess, form.season() == Season.MULTIPLICATIVE ? 10 * Math.max(1, level * level) : 10);
        Arrays.fill(guess, 0, states, 100);
        guess[0] = length;
        guess[states] = 10;
        if (form.trending()) {
            guess[states + 1] = 1000;
        }
        return guess;
    }

    /** The variables of the likeliest of several parameters. */
    double[] best(List<EtsParameters> starts) {
        double[] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (EtsParameters start : starts) {
            double[] point = pack(start);
            double value = value(point);
            if (best == null || value < least) {
                best = point;
                least = value;
            }
        }
        return best;
    }

    /** The variables that stand for parameters. */
    double[] pack(EtsParameters from) {
        double[] x = new double[size()];
        int i = 0;
        x[i++] = Math.min(MOST, Math.max(LEAST, from.alpha()));
        if (form.trending()) {
            x[i++] = share(from.beta(), from.alpha());
        }
        if (form.seasonal()) {
            x[i++] = share(from.gamma(), 1 - from.alpha());
        }
        if (form.damped()) {
            x[i++] = Math.min(MOST_PHI, Math.max(LEAST_PHI, from.phi()));
        }
        x[i++] = from.level();
        if (form.trending()) {
            x[i++] = from.slope();
        }
        if (form.seasonal()) {
            System.arraycopy(from.season(), 1, x, i, period - 1);
        }
        return x;
    }

    private static double share(double parameter, double most) {
        return most > LEAST ? Math.min(1, Math.max(0, (parameter - LEAST) / (most - LEAST))) : 0;
    }

    /** The parameters that variables stand for. */
    EtsParameters unpack(double[] x) {
        take(x);
        double[] season = form.seasonal() ? path.season.clone() : new double[0];
        return new EtsParameters(path.alpha, path.beta, path.gamma, path.phi, path.level, path.slope, season);
    }

    private void take(double[] x) {
        int i = 0;
        path.alpha = x[i++];
        betaShare = form.trending() ? x[i++] : 0;
        path.beta = form.trending() ? LEAST + betaShare * (path.alpha - LEAST) : 0;
        gammaShare = form.seasonal() ? x[i++] : 0;
        path.gamma = form.seasonal() ? LEAST + gammaShare * (1 - path.alpha - LEAST) : 0;
        path.phi = form.damped() ? x[i++] : 1;
        path.level = x[i++];
        path.slope = form.trending() ? x[i++] : 0;
        if (form.seasonal()) {
            double rest = form.season() == Season.MULTIPLICATIVE ? period : 0;
            for (int phase = 1; phase < period; phase++) {
                path.season[phase] = x[i];
                rest -= x[i++];
            }
            path.season[0] = rest;
        }
    }

    @Override
    public double value(double[] at) {
        take(at);
        if (!allowed()) {
            return Double.POSITIVE_INFINITY;
        }
        recursion.forward(path);
        double target = form.relativeError() ? relative() : absolute();
        return Double.isFinite(target) ? target : Double.POSITIVE_INFINITY;
    }

    private boolean allowed() {
        if (form.season() == Season.MULTIPLICATIVE) {
            for (double factor : path.season) {
                if (!(factor > 0)) {
                    return false;
                }
            }
        }
        if (!form.seasonal()) {
            return true;
        }
        return form.trending()
                ? stability.holds(path.alpha, path.beta, path.gamma, path.phi)
                : stability.holds(path.alpha, path.gamma);
    }

    private double absolute() {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double sum = floor;
        for (int t = 0; t < length; t++) {
            double error = values[t] - forecast[t];
            sum += error * error;
        }
        squares = sum;
        return length * Math.log(sum);
    }

    private double relative() {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double sum = floor;
        double logs = 0;
        double product = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            double expected = forecast[t];
            double error = values[t] / expected - 1;
            sum += error * error;
            least = Math.min(least, expected);
            product *= expected;
            // A logarithm of a product now and then, since one for each factor would take longer than all the rest.
            if (!(product < 1e100 && product > 1e-100)) {
                logs += Math.log(product);
                product = 1;
            }
        }
        squares = sum;
        return least > 0 ? length * Math.log(sum) + 2 * (logs + Math.log(product)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void gradient(double[] into) {
        if (form.relativeError()) {
            pullOfRelative();
        } else {
            pullOfAbsolute();
        }
        recursion.backward(path);
        int i = 0;
        into[i++] = path.byAlpha + path.byBeta * betaShare - path.byGamma * gammaShare;
        if (form.trending()) {
            into[i++] = path.byBeta * (path.alpha - LEAST);
        }
        if (form.seasonal()) {
            into[i++] = path.byGamma * (1 - path.alpha - LEAST);
        }
        if (form.damped()) {
            into[i++] = path.byPhi;
        }
        into[i++] = path.byLevel;
        if (form.trending()) {
            into[i++] = path.bySlope;
        }
        if (form.seasonal()) {
            for (int phase = 1; phase < period; phase++) {
                into[i++] = path.bySeason[phase] - path.bySeason[0];
            }
        }
    }

    private void pullOfAbsolute() {
        double factor = -2 * length / squares;
        for (int t = 0; t < length; t++) {
            path.pull[t] = factor * (path.values[t] - path.forecast[t]);
        }
    }

    private void pullOfRelative() {
        double factor = length / squares;
        for (int t = 0; t < length; t++) {
            double inverse = 1 / path.forecast[t];
            double ratio = path.values[t] * inverse;
            path.pull[t] = 2 * inverse * (1 - factor * (ratio - 1) * ratio);
        }
    }
}
