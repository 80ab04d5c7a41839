package dev.millrace.engines.forecast;

import java.util.Arrays;

/** Exponential smoothing with an additive season: Hyndman, Koehler, Ord and Snyder (2008), tables 2.2 and 2.3, column A. */
final class AdditiveSeasonRecursion implements EtsRecursion {

    @Override
    public void forward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] damped = path.damped;
        double[] season = path.season;
        int period = path.period;
        double gamma = path.gamma;
        double alpha = path.alpha;
        double ofSlope = path.phi * path.beta;
        double phi = path.phi;
        double kept = 1 - alpha - ofSlope;
        double taken = alpha + ofSlope;
        double growth = phi * path.slope;
        double base = path.level + growth;
        int phase = 0;
        for (int t = 0; t < values.length; t++) {
            double before = season[phase];
            double adjusted = values[t] - before;
            damped[t] = growth;
            forecast[t] = base + before;
            season[phase] = before + gamma * (adjusted - base);
            double nextGrowth = (phi * growth + ofSlope * adjusted) - ofSlope * base;
            base = kept * base + (taken * adjusted + phi * growth);
            growth = nextGrowth;
            phase = phase + 1 == period ? 0 : phase + 1;
        }
        path.level = base - growth;
        path.slope = growth / phi;
    }

    @Override
    public void backward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] damped = path.damped;
        double[] pull = path.pull;
        double[] bySeason = path.bySeason;
        Arrays.fill(bySeason, 0);
        int period = path.period;
        double alpha = path.alpha;
        double beta = path.beta;
        double gamma = path.gamma;
        double phi = path.phi;
        double levelToLevel = 1 - alpha;
        double levelToSlope = phi * (1 - alpha);
        double slopeToSlope = phi * (1 - beta);
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byGrowth = 0;
        double byLevel = 0;
        double bySlope = 0;
        int phase = (values.length - 1) % period;
        for (int t = values.length - 1; t >= 0; t--) {
            double error = values[t] - forecast[t];
            double byPhase = bySeason[phase];
            double byForecast = pull[t] - gamma * byPhase;
            byAlpha += byLevel * error;
            byBeta += bySlope * error;
            byGamma += byPhase * error;
            bySeason[phase] = byPhase + byForecast - (alpha * byLevel + beta * bySlope);
            double byBase = levelToLevel * byLevel + (byForecast - beta * bySlope);
            byGrowth += (byBase + bySlope) * damped[t];
            bySlope = slopeToSlope * bySlope + (phi * byForecast + levelToSlope * byLevel);
            byLevel = byBase;
            phase = phase == 0 ? period - 1 : phase - 1;
        }
        path.byAlpha = byAlpha;
        path.byBeta = byBeta;
        path.byGamma = byGamma;
        path.byPhi = byGrowth / phi;
        path.byLevel = byLevel;
        path.bySlope = bySlope;
    }
}
