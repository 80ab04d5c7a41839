package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way to intervals whose coverage in the backtest was nearer to what it says: the method's own deviation, or conformal.
 *
 * @param rule the way
 * @param coverage80 the share of outcomes within the 80 % interval in the backtest; NaN where it cannot be said
 * @param coverage95 the same of the 95 % interval
 */
public record IntervalChoice(IntervalRule rule, double coverage80, double coverage95) {

    private static final double NARROW = 0.8;
    private static final double WIDE = 0.95;

    /** Chooses by backtest. Conformal intervals of a window are learned from the other windows. */
    public static IntervalChoice of(Backtest backtest) {
        List<BacktestWindow> windows = backtest.windows();
        IntervalChoice normal = judged(new NormalIntervals(), windows, window -> Optional.of(new NormalIntervals()));
        IntervalChoice conformal = ConformalIntervals.of(windows)
                .map(rule -> judged(rule, windows, window -> ConformalIntervals.of(without(windows, window))))
                .orElse(normal);
        boolean known = !Double.isNaN(normal.coverage80());
        return known && !(conformal.distance() < normal.distance()) ? normal : conformal;
    }

    private static List<BacktestWindow> without(List<BacktestWindow> windows, BacktestWindow left) {
        List<BacktestWindow> others = new ArrayList<>(windows);
        others.remove(left);
        return others;
    }

    private static IntervalChoice judged(
            IntervalRule rule,
            List<BacktestWindow> windows,
            Function<BacktestWindow, Optional<? extends IntervalRule>> learned) {
        double[] within = new double[2];
        int count = 0;
        for (BacktestWindow window : windows) {
            Optional<? extends IntervalRule> one = learned.apply(window);
            if (one.isEmpty()
                    || Double.isNaN(one.get().at(NARROW, window.forecast()).low()[0])) {
                return new IntervalChoice(rule, Double.NaN, Double.NaN);
            }
            PredictionInterval narrow = one.get().at(NARROW, window.forecast());
            PredictionInterval wide = one.get().at(WIDE, window.forecast());
            for (int h = 0; h < window.actual().length; h++) {
                within[0] += narrow.holds(window.actual()[h], h) ? 1 : 0;
                within[1] += wide.holds(window.actual()[h], h) ? 1 : 0;
                count++;
            }
        }
        return new IntervalChoice(rule, within[0] / count, within[1] / count);
    }

    private double distance() {
        return Math.abs(coverage80 - NARROW) + Math.abs(coverage95 - WIDE);
    }
}
