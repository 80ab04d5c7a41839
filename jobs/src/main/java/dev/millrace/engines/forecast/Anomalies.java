package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which values of a series lie outside the interval in which one expects them a period before.
 *
 * <p>What is expected comes from exponential smoothing ({@link Ets}), made robust: an error counts no further than two deviations, both
 * for the parameters and for what is expected later, so that neither an outlier nor its echo spoils it, while a new level is believed
 * after some periods (Gelper, Fried and Croux, "Robust forecasting with exponential and Holt-Winters smoothing", Journal of Forecasting
 * 29, 2010). The deviation is that of the median error, which outliers do not move. Where errors grow with the level, so does the
 * interval.
 */
public final class Anomalies {

    private static final double CLIPPED = 2;
    private static final int ROUNDS = 5;
    /** Of a normal distribution: standard deviation over median absolute deviation, and over mean absolute deviation. */
    private static final double BY_MEDIAN = 1.482602218505602;

    private static final double BY_MEAN = 1.2533141373155003;

    private Anomalies() {}

    /**
     * Finds the anomalies.
     *
     * @param values one value a period, oldest first, without holes
     * @param period how many periods a season has; 1 where there is none
     * @param limit how many deviations a value may lie from what was expected: with 3, one value in 370 does so by chance
     * @return the anomalies in their order
     * @throws IllegalArgumentException where the limit is not positive or a season has less than one period
     * @throws SeriesTooShortException where exponential smoothing has too few values
     */
    public static List<Anomaly> of(double[] values, int period, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("The limit is a positive number of deviations, not " + limit + ".");
        }
        Ets method = Ets.automatic(period);
        double[] cleaned = values.clone();
        Expected expected = Expected.of(method.fit(cleaned), values);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = expected.clip(values);
            if (Arrays.equals(next, cleaned)) {
                break;
            }
            cleaned = next;
            expected = Expected.of(method.fit(cleaned), values);
        }
        return expected.beyond(limit, values);
    }

    /**
     * What was expected of each value.
     *
     * @param mean the expected value
     * @param deviation its standard deviation
     */
    private record Expected(double[] mean, double[] deviation) {

        static Expected of(EtsModel model, double[] values) {
            double[] mean = model.fitted();
            boolean relative = model.form().relativeError();
            double[] sizes = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                sizes[t] = Math.abs(values[t] - mean[t]) / (relative ? Math.abs(mean[t]) : 1);
            }
            double usual = usual(sizes);
            double[] deviation = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                deviation[t] = relative ? usual * Math.abs(mean[t]) : usual;
            }
            return new Expected(mean, deviation);
        }

        /** The deviation by the median error, or by the mean one where more than half of the values are just as expected. */
        private static double usual(double[] sizes) {
            double[] sorted = sizes.clone();
            Arrays.sort(sorted);
            double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            return median > 0
                    ? BY_MEDIAN * median
                    : BY_MEAN * Arrays.stream(sizes).average().orElse(0);
        }

        double[] clip(double[] values) {
            double[] clipped = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                double most = CLIPPED * deviation[t];
                clipped[t] = Math.min(mean[t] + most, Math.max(mean[t] - most, values[t]));
            }
            return clipped;
        }

        List<Anomaly> beyond(double limit, double[] values) {
            List<Anomaly> found = new ArrayList<>();
            for (int t = 0; t < values.length; t++) {
                double error = values[t] - mean[t];
                if (Math.abs(error) > limit * deviation[t]) {
                    found.add(new Anomaly(t, values[t], mean[t], error / deviation[t]));
                }
            }
            return found;
        }
    }
}
