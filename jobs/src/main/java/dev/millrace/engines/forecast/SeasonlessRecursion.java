package dev.millrace.engines.forecast;

/** Exponential smoothing without a season: Hyndman, Koehler, Ord and Snyder (2008), tables 2.2 and 2.3, column N. */
final class SeasonlessRecursion implements EtsRecursion {

    @Override
    public void forward(EtsPath path) {
        double[] values = path.values;
        double[] forecast = path.forecast;
        double[] slopes = path.slopes;
        double alpha = path.alpha;
        double beta = path.beta;
        double phi = path.phi;
        double level = path.level;
        double slope = path.slope;
        for (int t = 0; t < values.length; t++) {
            slopes[t] = slope;
            double damped = phi * slope;
            double expected = level + damped;
            forecast[t] = expected;
            double error = values[t] - expected;
            level = expected + alpha * error;
            slope = damped + beta * error;
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
        double alpha = path.alpha;
        double beta = path.beta;
        double phi = path.phi;
        double byAlpha = 0;
        double byBeta = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        for (int t = values.length - 1; t >= 0; t--) {
            double error = values[t] - forecast[t];
            byAlpha += byLevel * error;
            byBeta += bySlope * error;
            double byExpected = byLevel + pull[t] - (alpha * byLevel + beta * bySlope);
            double byDamped = byExpected + bySlope;
            byPhi += byDamped * slopes[t];
            bySlope = phi * byDamped;
            byLevel = byExpected;
        }
        path.byAlpha = byAlpha;
        path.byBeta = byBeta;
        path.byGamma = 0;
        path.byPhi = byPhi;
        path.byLevel = byLevel;
        path.bySlope = bySlope;
    }
}
