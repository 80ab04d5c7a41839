package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.PredictionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Intervals of a panel as wide as errors were in its backtest, each in units of what was to be expected of its series, step and
 * forecast: locally weighted split conformal prediction (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, 2018, section 5.2).
 */
public final class PanelIntervals {

    private static final double[] POWERS = {0, 0.5, 1};
    private static final double[] LEVELS = {0.8, 0.95};
    private static final int REACH = 3;
    private static final double LEAST = 1e-9;

    private final double power;
    private final boolean own;
    /** How far each series is off, on average, at a forecast of 1. */
    private final double[] series;
    /** How much farther than on average each step is off. */
    private final double[] steps;
    /** For each series, errors in those units, from the least on. */
    private final double[][] scores;

    private PanelIntervals(double power, boolean own, List<List<BacktestWindow>> windows) {
        this.power = power;
        this.own = own;
        int size = windows.get(0).size();
        int horizon = windows.get(0).get(0).actual().length;
        this.series = new double[size];
        this.steps = new double[horizon];
        Arrays.fill(steps, 1);
        for (int i = 0; i < size; i++) {
            series[i] = Math.max(LEAST, average(windows, i, i + 1, 0, horizon));
        }
        double[] factors = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            factors[h] = average(windows, 0, size, Math.max(0, h - REACH), Math.min(horizon, h + REACH + 1));
        }
        System.arraycopy(factors, 0, steps, 0, horizon);
        this.scores = scores(windows);
    }

    /**
     * Learns from a backtest: whether errors grow with the forecast, and whether series differ in more than the size of their errors, by
     * the interval score (Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", 2007) of each window with
     * intervals learned from the others.
     *
     * @param windows one an origin, at least two, and in each one a series
     */
    public static PanelIntervals of(List<List<BacktestWindow>> windows) {
        PanelIntervals best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double power : POWERS) {
            for (boolean own : new boolean[] {true, false}) {
                double score = 0;
                for (int w = 0; w < windows.size(); w++) {
                    List<List<BacktestWindow>> others = new ArrayList<>(windows);
                    List<BacktestWindow> judged = others.remove(w);
                    score += new PanelIntervals(power, own, others).score(judged);
                }
                if (score < least || best == null) {
                    least = score;
                    best = new PanelIntervals(power, own, windows);
                }
            }
        }
        return best;
    }

    private double average(List<List<BacktestWindow>> windows, int from, int to, int first, int end) {
        double sum = 0;
        int count = 0;
        for (List<BacktestWindow> window : windows) {
            for (int i = from; i < to; i++) {
                for (int h = first; h < end; h++) {
                    sum += relative(window.get(i), i, h);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private double relative(BacktestWindow window, int i, int h) {
        return Math.abs(window.error(h)) / unit(i, h, window.forecast().mean()[h]);
    }

    /** What an error of a series at a step and forecast is measured in. */
    private double unit(int i, int h, double forecast) {
        double size = series[i] > 0 ? series[i] : 1;
        double grown = power == 0 ? 1 : Math.pow(Math.max(Math.abs(forecast), LEAST), power);
        return size * steps[h] * grown;
    }

    private double[][] scores(List<List<BacktestWindow>> windows) {
        double[][] each = new double[series.length][];
        for (int i = 0; i < each.length; i++) {
            int number = i;
            each[i] = windows.stream()
                    .flatMapToDouble(window ->
                            IntStream.range(0, steps.length).mapToDouble(h -> relative(window.get(number), number, h)))
                    .sorted()
                    .toArray();
        }
        if (own) {
            return each;
        }
        double[] all =
                Arrays.stream(each).flatMapToDouble(Arrays::stream).sorted().toArray();
        Arrays.fill(each, all);
        return each;
    }

    /** The mean interval score, in units of each series' seasonal naive errors. */
    private double score(List<BacktestWindow> window) {
        double sum = 0;
        for (int i = 0; i < series.length; i++) {
            BacktestWindow one = window.get(i);
            double scale = Math.max(LEAST, one.scale().absolute());
            for (double level : LEVELS) {
                PredictionInterval interval = at(level, i, one.forecast().mean());
                for (int h = 0; h < steps.length; h++) {
                    double low = interval.low()[h];
                    double high = interval.high()[h];
                    double value = one.actual()[h];
                    double outside = Math.max(0, low - value) + Math.max(0, value - high);
                    sum += (high - low + 2 / (1 - level) * outside) / scale;
                }
            }
        }
        return sum;
    }

    /**
     * The interval of a series.
     *
     * @param level the share of outcomes to be within
     * @param number of the series in the panel
     * @param mean its forecast, not of more steps than the backtest's
     */
    public PredictionInterval at(double level, int number, double... mean) {
        double[] sorted = scores[number];
        int rank = (int) Math.ceil(level * (sorted.length + 1) - 1e-9);
        double width = sorted[Math.min(rank, sorted.length) - 1];
        double[] low = new double[mean.length];
        double[] high = new double[mean.length];
        for (int h = 0; h < mean.length; h++) {
            double half = width * unit(number, h, mean[h]);
            low[h] = mean[h] - half;
            high[h] = mean[h] + half;
        }
        return new PredictionInterval(level, low, high);
    }

    @Override
    public String toString() {
        return "errors of " + (own ? "each series" : "all series") + ", growing with the forecast to the power of "
                + power;
    }
}
