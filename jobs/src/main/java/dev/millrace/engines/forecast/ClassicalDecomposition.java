package dev.millrace.engines.forecast;

/**
 * The season of a series by classical decomposition: what remains beside a centred moving average, averaged by phase (Hyndman and
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 3.4).
 */
final class ClassicalDecomposition {

    private ClassicalDecomposition() {}

    /**
     * What a season adds in each phase, the first that of the first value; these sum to 0.
     *
     * @param values at least two cycles
     */
    static double[] additive(double[] values, int period) {
        double[] season = averages(values, period, false);
        double mean = mean(season);
        for (int phase = 0; phase < period; phase++) {
            season[phase] -= mean;
        }
        return season;
    }

    /**
     * The factor of each phase, the first that of the first value; their mean is 1.
     *
     * @param values at least two cycles, all positive
     */
    static double[] multiplicative(double[] values, int period) {
        double[] season = averages(values, period, true);
        double mean = mean(season);
        for (int phase = 0; phase < period; phase++) {
            season[phase] /= mean;
        }
        return season;
    }

    private static double[] averages(double[] values, int period, boolean relative) {
        int half = period / 2;
        boolean even = period % 2 == 0;
        double[] sums = new double[period];
        int[] counts = new int[period];
        double window = 0;
        for (int t = 0; t < 2 * half + 1; t++) {
            window += values[t];
        }
        for (int t = half; t + half < values.length; t++) {
            // An even cycle is one value shorter than what is symmetric: half of each end then counts.
            double trend = (even ? window - (values[t - half] + values[t + half]) / 2 : window) / period;
            sums[t % period] += relative ? values[t] / trend : values[t] - trend;
            counts[t % period]++;
            if (t + half + 1 < values.length) {
                window += values[t + half + 1] - values[t - half];
            }
        }
        for (int phase = 0; phase < period; phase++) {
            sums[phase] /= counts[phase];
        }
        return sums;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
