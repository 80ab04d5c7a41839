package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;

/**
 * A fitted {@link Tsb}. Deviations are NaN: the method has no model of what demand does.
 *
 * @param probability that a period after the series has demand
 * @param size of a demand, in the series' units; 0 where there was none
 * @param sizeAlpha smoothing parameter of the size; NaN without demand
 * @param probabilityAlpha smoothing parameter of the probability; NaN without demand
 * @param fitted what was expected of each period before it; NaN until there has been a demand
 */
record TsbModel(double probability, double size, double sizeAlpha, double probabilityAlpha, double[] fitted)
        implements SeriesModel {

    @Override
    public SeriesForecast forecast(int steps) {
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        Arrays.fill(mean, probability * size);
        Arrays.fill(deviation, Double.NaN);
        return new SeriesForecast(mean, deviation);
    }

    @Override
    public String description() {
        return Double.isNaN(sizeAlpha)
                ? "TSB, no demand"
                : String.format(
                        Locale.ROOT,
                        "TSB %.4g with probability %.4f, alpha %.4f and %.4f",
                        size,
                        probability,
                        sizeAlpha,
                        probabilityAlpha);
    }
}
