package dev.millrace.engines.forecast;

import java.util.Arrays;

/** Exponential smoothing with an additive season: Hyndman, Koehler, Ord and Snyder (2008), tables 2.2 and 2.3, column A. */
final class AdditiveSeasonRecursion implements EtsRecursion {

    @Override
    public void forward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] slopes = path.slopes;
        double[] season = path.season;
        int period = path.period;
        double alpha = path.alpha;
        double beta = path.beta;
        double gamma = path.gamma;
        double phi = path.phi;
        double level = path.level;
        double slope = path.slope;
        int phase = 0;
        for (int t = 0; t < values.length; t++) {
            slopes[t] = slope;
            double damped = phi * slope;
            double base = level + damped;
            double before = season[phase];
            forecast[t] = base + before;
            // The error in this order, so that what is known long before does not wait for what has just been found.
            double error = (values[t] - before) - base;
            level = base + alpha * error;
            slope = damped + beta * error;
            season[phase] = before + gamma * error;
            phase = phase + 1 == period ? 0 : phase + 1;
        }
        path.level = level;
        path.slope = slope;
    }

    @Override
    public void backward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] slopes = path.slopes;
        double[] pull = path.pull;
        double[] bySeason = path.bySeason;
        Arrays.fill(bySeason, 0);
        int period = path.period;
        double alpha = path.alpha;
        double beta = path.beta;
        double gamma = path.gamma;
        double phi = path.phi;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        int phase = (values.length - 1) % period;
        for (int t = values.length - 1; t >= 0; t--) {
            double error = values[t] - forecast[t];
            double byPhase = bySeason[phase];
            byAlpha += byLevel * error;
            byBeta += bySlope * error;
            byGamma += byPhase * error;
            double byForecast = (pull[t] - gamma * byPhase) - (alpha * byLevel + beta * bySlope);
            bySeason[phase] = byPhase + byForecast;
            double byBase = byLevel + byForecast;
            double byDamped = byBase + bySlope;
            byPhi += byDamped * slopes[t];
            bySlope = phi * byDamped;
            byLevel = byBase;
            phase = phase == 0 ? period - 1 : phase - 1;
        }
        path.byAlpha = byAlpha;
        path.byBeta = byBeta;
        path.byGamma = byGamma;
        path.byPhi = byPhi;
        path.byLevel = byLevel;
        path.bySlope = bySlope;
    }
}
