package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Intervals as wide as absolute errors were in a backtest, step by step: split conformal prediction (Lei, G'Sell, Rinaldo, Tibshirani
 * and Wasserman, "Distribution-free predictive inference for regression", Journal of the American Statistical Association 113, 2018),
 * on rolling origins as in Wang and Hyndman, "Online conformal inference for multi-step time series forecasting" (2024). Where a step
 * has too few errors, those of the steps around it count as its own, as many as are needed.
 */
public final class ConformalIntervals implements IntervalRule {

    /** Below so many errors, their rank says nothing of the outermost 5 %. */
    static final int FEWEST = 19;

    private static final int ENOUGH = 40;

    /** For each step, absolute errors from the least on. */
    private final double[][] errors;

    private ConformalIntervals(double[]... errors) {
        this.errors = errors;
    }

    /**
     * Learns from a backtest.
     *
     * @return empty where all its windows together have too few errors
     */
    public static Optional<ConformalIntervals> of(List<BacktestWindow> windows) {
        int steps = windows.isEmpty() ? 0 : windows.get(0).actual().length;
        if (windows.size() * steps < FEWEST) {
            return Optional.empty();
        }
        List<double[]> errors = new ArrayList<>();
        for (int h = 0; h < steps; h++) {
            errors.add(around(windows, h, steps));
        }
        return Optional.of(new ConformalIntervals(errors.toArray(double[][]::new)));
    }

    private static double[] around(List<BacktestWindow> windows, int step, int steps) {
        int reach = 0;
        while (reach < steps && (reached(step, reach, steps) * windows.size() < ENOUGH)) {
            reach++;
        }
        int first = Math.max(0, step - reach);
        int last = Math.min(steps - 1, step + reach);
        return windows.stream()
                .flatMapToDouble(window -> DoubleStream.iterate(first, h -> h <= last, h -> h + 1)
                        .map(h -> Math.abs(window.error((int) h))))
                .sorted()
                .toArray();
    }

    private static int reached(int step, int reach, int steps) {
        return Math.min(steps - 1, step + reach) - Math.max(0, step - reach) + 1;
    }

    @Override
    public String name() {
        return "conformal";
    }

    /** Intervals of a forecast with as many steps as the backtest's, or fewer; those of further steps are as wide as of the last. */
    @Override
    public PredictionInterval at(double level, SeriesForecast forecast) {
        double[] low = forecast.mean().clone();
        double[] high = forecast.mean().clone();
        for (int h = 0; h < low.length; h++) {
            double half = width(errors[Math.min(h, errors.length - 1)], level);
            low[h] -= half;
            high[h] += half;
        }
        return new PredictionInterval(level, low, high);
    }

    /** The error of rank level (n + 1), which the next exceeds with a probability of 1 - level at most. */
    private static double width(double[] sorted, double level) {
        int rank = (int) Math.ceil(level * (sorted.length + 1) - 1e-9);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    @Override
    public String toString() {
        return "conformal " + Arrays.deepToString(errors);
    }
}
