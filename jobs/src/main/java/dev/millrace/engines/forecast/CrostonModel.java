package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A fitted {@link Croston} or {@link Sba}. Deviations are NaN: no model of demand is consistent with the method (Shenstone and
 * Hyndman, "Stochastic models underlying Croston's method for intermittent demand forecasting", Journal of Forecasting 24, 2005).
 *
 * @param title what the method is called in descriptions
 * @param rate expected demand a period, in the series' units
 * @param sizeAlpha smoothing parameter of the sizes; NaN without demand
 * @param intervalAlpha smoothing parameter of the intervals; NaN without demand
 * @param fitted what was expected of each period before it; NaN until there has been a demand
 */
record CrostonModel(String title, double rate, double sizeAlpha, double intervalAlpha, double[] fitted)
        implements SeriesModel {

    /**
     * Smooths sizes and intervals apart and divides.
     *
     * @param alpha of both; the best of each where it is not given
     * @param correction by what the ratio is multiplied, given the alpha of the intervals
     */
    static CrostonModel of(String title, double[] values, OptionalDouble alpha, DoubleUnaryOperator correction) {
        Demands demands = Demands.of(values);
        double[] fitted = new double[values.length];
        if (demands.none()) {
            return new CrostonModel(title, 0, Double.NaN, Double.NaN, fitted);
        }
        SimpleSmoothing sizes = smooth(demands.sizes(), alpha);
        SimpleSmoothing intervals = smooth(demands.intervals(), alpha);
        double factor = correction.applyAsDouble(intervals.alpha());
        Arrays.fill(fitted, Double.NaN);
        int count = demands.at().length;
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            double size = last ? sizes.next() : sizes.fitted()[i + 1];
            double interval = last ? intervals.next() : intervals.fitted()[i + 1];
            int end = last ? values.length : demands.at()[i + 1] + 1;
            Arrays.fill(fitted, demands.at()[i] + 1, end, factor * size / interval);
        }
        double rate = factor * sizes.next() / intervals.next();
        return new CrostonModel(title, rate, sizes.alpha(), intervals.alpha(), fitted);
    }

    private static SimpleSmoothing smooth(double[] values, OptionalDouble alpha) {
        return alpha.isPresent() ? SimpleSmoothing.of(values, alpha.getAsDouble()) : SimpleSmoothing.best(values);
    }

    @Override
    public SeriesForecast forecast(int steps) {
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        Arrays.fill(mean, rate);
        Arrays.fill(deviation, Double.NaN);
        return new SeriesForecast(mean, deviation);
    }

    @Override
    public String description() {
        return Double.isNaN(sizeAlpha)
                ? title + ", no demand"
                : String.format(
                        Locale.ROOT, "%s %.4g a period, alpha %.4f and %.4f", title, rate, sizeAlpha, intervalAlpha);
    }
}
