package dev.millrace.engines.forecast;

import java.util.Arrays;

/** Exponential smoothing with a multiplicative season: Hyndman, Koehler, Ord and Snyder (2008), tables 2.2 and 2.3, column M. */
final class MultiplicativeSeasonRecursion implements EtsRecursion {

    @Override
    public void forward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] bases = path.base;
        double[] slopes = path.slopes;
        double[] seasons = path.seasons;
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
            bases[t] = base;
            seasons[t] = before;
            forecast[t] = base * before;
            double error = values[t] / before - base;
            level = base + alpha * error;
            slope = damped + beta * error;
            season[phase] = before + gamma * (values[t] / base - before);
            phase = phase + 1 == period ? 0 : phase + 1;
        }
        path.level = level;
        path.slope = slope;
    }

    @Override
    public void backward(EtsPath path) {
        double[] values = path.values;
        double[] bases = path.base;
        double[] slopes = path.slopes;
        double[] seasons = path.seasons;
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
            double before = seasons[t];
            double base = bases[t];
            double adjusted = values[t] / before;
            double ratio = values[t] / base;
            double byPhase = bySeason[phase];
            byAlpha += byLevel * (adjusted - base);
            byBeta += bySlope * (adjusted - base);
            byGamma += byPhase * (ratio - before);
            double byError = alpha * byLevel + beta * bySlope;
            bySeason[phase] = (1 - gamma) * byPhase + pull[t] * base - byError * (adjusted / before);
            double byBase = byLevel + (pull[t] * before - gamma * byPhase * (ratio / base)) - byError;
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
