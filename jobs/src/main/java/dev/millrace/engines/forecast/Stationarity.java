package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;

/** How often to difference a series: by tests as in R's {@code auto.arima} (Hyndman and Khandakar 2008, section 3.1). */
final class Stationarity {

    /** What the KPSS statistic of a stationary series exceeds in 5 % of cases: Kwiatkowski and others (1992), table 1. */
    private static final double CRITICAL = 0.463;
    /** From which strength on a season calls for a difference. */
    private static final double STRONG = 0.64;

    private Stationarity() {}

    /** How often to take differences, at most so often as given, until a series is constant or seems stationary. */
    static int differences(double[] values, int most) {
        double[] left = values;
        int taken = 0;
        while (taken < most && !constant(left) && kpss(left) > CRITICAL) {
            left = Differencing.once(left, 1);
            taken++;
        }
        return taken;
    }

    /** Whether all values are the same. */
    static boolean constant(double... values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /**
     * The statistic of Kwiatkowski, Phillips, Schmidt and Shin, "Testing the null hypothesis of stationarity against the alternative
     * of a unit root", Journal of Econometrics 54 (1992), around a level.
     */
    static double kpss(double... values) {
        int length = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        double sum = 0;
        double squaredSums = 0;
        for (double value : centred) {
            sum += value;
            squaredSums += sum * sum;
        }
        int lags = (int) (3 * Math.sqrt(length) / 13);
        double variance = product(centred, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * product(centred, lag);
        }
        return squaredSums / (length * variance);
    }

    private static double product(double[] centred, int lag) {
        double sum = 0;
        for (int t = lag; t < centred.length; t++) {
            sum += centred[t] * centred[t - lag];
        }
        return sum;
    }

    /** Whether the season of a series is so strong that it calls for a difference. */
    static boolean seasonStrong(double[] values, int period) {
        return seasonStrength(values, period) > STRONG;
    }

    /**
     * How much of what is not trend is season, from 0 to 1: Wang, Smith and Hyndman, "Characteristic-based clustering for time series
     * data", Data Mining and Knowledge Discovery 13 (2006). It is 0 where the season is not there more than twice.
     */
    static double seasonStrength(double[] values, int period) {
        MstlDecomposition parts = MstlDecomposition.of(values, List.of(period));
        if (parts.seasons().isEmpty()) {
            return 0;
        }
        double[] remainder = parts.remainder();
        double[] season = parts.seasons().get(0);
        double[] both = new double[values.length];
        Arrays.setAll(both, t -> remainder[t] + season[t]);
        double all = variance(both);
        return all > 0 ? Math.max(0, 1 - variance(remainder) / all) : 0;
    }

    private static double variance(double... values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
