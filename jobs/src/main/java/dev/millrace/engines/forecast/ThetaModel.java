package dev.millrace.engines.forecast;

import java.util.Locale;

/**
 * A fitted {@link Theta}.
 *
 * @param alpha how much of an error the level takes over
 * @param theta how far the curvature is stretched, at least 1; infinite where forecasts follow the whole line
 * @param level level after the last period, without season, in the series' units
 * @param intercept of the line through the series without season, whose first period is 1
 * @param slope of that line, a period
 * @param error standard deviation of the error of one step, without season
 * @param season the season that was taken out
 * @param fitted the forecast of each period from the one before, with season
 */
record ThetaModel(
        double alpha,
        double theta,
        double level,
        double intercept,
        double slope,
        double error,
        Seasonality season,
        double[] fitted)
        implements SeriesModel {

    private static final int SKIPPED = 3;
    private static final int ESTIMATED = 3;

    /** What estimates make of a series without its season. */
    static ThetaModel of(double[] adjusted, ThetaFit.Estimates found, Seasonality season) {
        double[] fitted = new double[adjusted.length];
        double rest = 1 - found.alpha();
        double level = found.level();
        double power = 1;
        double squares = 0;
        for (int t = 0; t < adjusted.length; t++) {
            double line = found.intercept() * power + found.slope() * (1 - power * rest) / found.alpha();
            double expected = level + found.kept() * line;
            double error = adjusted[t] - expected;
            squares += t < SKIPPED ? 0 : error * error;
            fitted[t] = season.with(expected, t);
            level = found.alpha() * adjusted[t] + rest * level;
            power = power < Double.MIN_NORMAL ? 0 : power * rest;
        }
        int freedom = Math.max(1, adjusted.length - SKIPPED - ESTIMATED);
        return new ThetaModel(
                found.alpha(),
                1 / (1 - found.kept()),
                level,
                found.intercept(),
                found.slope(),
                Math.sqrt(squares / freedom),
                season,
                fitted);
    }

    @Override
    public SeriesForecast forecast(int steps) {
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        int start = fitted.length;
        double kept = 1 - 1 / theta;
        double now = level;
        double power = Math.pow(1 - alpha, start);
        for (int h = 0; h < steps; h++) {
            double line = intercept * power + slope * (1 - power * (1 - alpha)) / alpha;
            double expected = now + kept * line;
            mean[h] = season.with(expected, start + h);
            // FPLPK: as in simple exponential smoothing, each error before the last has moved the level by alpha.
            deviation[h] = season.spread(error * Math.sqrt(1 + h * alpha * alpha), start + h);
            now = alpha * expected + (1 - alpha) * now;
            power *= 1 - alpha;
        }
        return new SeriesForecast(mean, deviation);
    }

    @Override
    public String description() {
        String kind = season.relative() ? "multiplicative" : "additive";
        return String.format(
                Locale.ROOT,
                "theta %.4g alpha %.4f, %s",
                theta,
                alpha,
                season.present() ? kind + " season" : "no season");
    }
}
