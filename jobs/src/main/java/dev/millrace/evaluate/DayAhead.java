package dev.millrace.evaluate;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorScale;
import dev.millrace.engines.forecast.SeriesMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A way to forecast the next day of an hourly series.
 *
 * @param name what it is called
 * @param method what is fitted, anew each day
 * @param weeks how many of the newest weeks it is fitted to
 * @param logged whether it is fitted to the logarithm of one more than each count, which outbursts bend less; turned back, a mean of
 *     those forecasts the median, which is what absolute errors ask for (Hyndman and Athanasopoulos, "Forecasting: Principles and
 *     Practice", 3rd edition, section 5.6)
 */
record DayAhead(String name, SeriesMethod method, int weeks, boolean logged) {

    static final int DAY = 24;
    static final int WEEK = 168;

    /**
     * For each of some days in a row, the forecast that was made the midnight before, and what came.
     *
     * @param counts the hours
     * @param last how many days before the end the days end
     * @param days how many days
     * @param scale that errors are told in
     */
    List<BacktestWindow> windows(double[] counts, int last, int days, ErrorScale scale) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            int known = counts.length - (last + days - day) * DAY;
            double[] past = Arrays.copyOfRange(counts, Math.max(0, known - weeks * WEEK), known);
            double[] actual = Arrays.copyOfRange(counts, known, known + DAY);
            windows.add(BacktestWindow.of(forecast(past), actual, scale));
        }
        return windows;
    }

    private double[] forecast(double... past) {
        if (!logged) {
            return method.fit(past).forecast(DAY).mean();
        }
        double[] median = method.fit(each(Math::log1p, past)).forecast(DAY).mean();
        return each(Math::expm1, median);
    }

    private static double[] each(DoubleUnaryOperator change, double... values) {
        return Arrays.stream(values).map(change).toArray();
    }
}
