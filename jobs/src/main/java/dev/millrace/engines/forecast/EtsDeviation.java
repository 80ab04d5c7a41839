package dev.millrace.engines.forecast;

import java.util.SplittableRandom;

/**
 * How far off the forecasts of an ETS model are: Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing: The State
 * Space Approach" (2008), chapter 6, and "Prediction intervals for exponential smoothing using two new classes of state space models",
 * Journal of Forecasting 24 (2005).
 */
final class EtsDeviation {

    private static final int PATHS = 2_000;
    private static final long SEED = 20_080_601L;

    private final EtsModel model;

    EtsDeviation(EtsModel model) {
        this.model = model;
    }

    /**
     * The standard deviation of the error of each step.
     *
     * @param base the forecasts without their season
     * @param mean the forecasts
     */
    double[] of(double[] base, double[] mean) {
        EtsForm form = model.form();
        double[] variance;
        if (form.season() == EtsForm.Season.MULTIPLICATIVE) {
            variance = form.relativeError() ? ofRelativeSeason(base) : simulated(mean);
        } else {
            variance = form.relativeError() ? ofRelativeError(mean) : ofAdditive(mean.length);
        }
        for (int h = 0; h < variance.length; h++) {
            variance[h] = Math.sqrt(variance[h]);
        }
        return variance;
    }

    /** Of an error, what reaches the forecast so many periods later (c of section 6.2). */
    private double[] responses(int steps) {
        EtsParameters p = model.parameters();
        int period = p.season().length;
        double[] responses = new double[steps];
        double damping = 0;
        double power = 1;
        for (int j = 1; j < steps; j++) {
            power *= p.phi();
            damping += power;
            boolean sameSeason = period > 0 && j % period == 0;
            responses[j] = p.alpha() + p.beta() * damping + (sameSeason ? p.gamma() : 0);
        }
        return responses;
    }

    /** Class 1: section 6.2. */
    private double[] ofAdditive(int steps) {
        double[] responses = responses(steps);
        double[] variance = new double[steps];
        double sum = 1;
        for (int h = 0; h < steps; h++) {
            sum += responses[h] * responses[h];
            variance[h] = model.variance() * sum;
        }
        return variance;
    }

    /** Class 2: section 6.3. */
    private double[] ofRelativeError(double[] mean) {
        double[] squares = squares(mean, responses(mean.length));
        double[] variance = new double[mean.length];
        for (int h = 0; h < mean.length; h++) {
            variance[h] = (1 + model.variance()) * squares[h] - mean[h] * mean[h];
        }
        return variance;
    }

    /**
     * Class 3: as class 2 of the forecasts without their season, where an error reaches those of its own season through the season
     * too. That keeps what the approximation of section 6.4 leaves out: one and the same error moves level and season, so that they
     * err together.
     */
    private double[] ofRelativeSeason(double[] base) {
        double[] season = model.end().season();
        double[] variance = ofRelativeError(base);
        for (int h = 0; h < base.length; h++) {
            double factor = season[h % season.length];
            variance[h] *= factor * factor;
        }
        return variance;
    }

    /** The expected square of each forecast as it will stand one step before (theta of section 6.3). */
    private double[] squares(double[] mean, double[] responses) {
        double[] squares = new double[mean.length];
        for (int h = 0; h < mean.length; h++) {
            double sum = 0;
            for (int j = 1; j <= h; j++) {
                sum += responses[j] * responses[j] * squares[h - j];
            }
            squares[h] = mean[h] * mean[h] + model.variance() * sum;
        }
        return squares;
    }

    /** The rest has no formula: futures drawn at random (section 6.1), always the same. */
    private double[] simulated(double[] mean) {
        SplittableRandom chance = new SplittableRandom(SEED);
        double[] variance = new double[mean.length];
        EtsPath path = new EtsPath(new double[mean.length], model.end().season().length);
        for (int draw = 0; draw < PATHS; draw++) {
            path.start(model.end());
            follow(path, chance);
            for (int h = 0; h < mean.length; h++) {
                double error = path.values[h] - mean[h];
                variance[h] += error * error / PATHS;
            }
        }
        return variance;
    }

    private void follow(EtsPath path, SplittableRandom chance) {
        double deviation = Math.sqrt(model.variance());
        for (int h = 0; h < path.values.length; h++) {
            int phase = h % path.period;
            double damped = path.phi * path.slope;
            double base = path.level + damped;
            double before = path.season[phase];
            path.values[h] = base * before + deviation * chance.nextGaussian();
            double error = path.values[h] / before - base;
            path.level = base + path.alpha * error;
            path.slope = damped + path.beta * error;
            path.season[phase] = before + path.gamma * (path.values[h] / base - before);
        }
    }
}
