package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ErrorScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a method would have forecast a panel from earlier origins, each learned anew from what lay before.
 *
 * @param name of the method
 * @param windows one an origin, oldest first, and in each one a series, in the panel's order
 */
public record PanelBacktest(String name, List<List<BacktestWindow>> windows) {

    /**
     * Forecasts each window of the last periods.
     *
     * @param origins how many windows, side by side before the end
     * @param steps periods of each
     * @param period how many periods a season has, for scaled errors
     */
    public static PanelBacktest of(PanelMethod method, List<PanelSeries> panel, int origins, int steps, int period) {
        List<List<BacktestWindow>> windows = new ArrayList<>();
        for (int back = origins; back >= 1; back--) {
            int cut = back * steps;
            List<PanelSeries> before =
                    panel.stream().map(series -> series.before(cut)).toList();
            double[][] forecasts = method.forecast(before, steps);
            List<BacktestWindow> window = new ArrayList<>();
            for (int i = 0; i < forecasts.length; i++) {
                double[] values = panel.get(i).values();
                int origin = before.get(i).values().length;
                window.add(BacktestWindow.of(
                        forecasts[i],
                        Arrays.copyOfRange(values, origin, origin + steps),
                        ErrorScale.of(values, origin, period)));
            }
            windows.add(window);
        }
        return new PanelBacktest(method.name(), windows);
    }

    /** The error over all series and windows. */
    public double error(ErrorMeasure measure) {
        return measure.of(windows.stream().flatMap(List::stream).toList());
    }

    /** What was forecast in one window, one row a series. */
    double[][] forecasts(int window) {
        return windows.get(window).stream().map(each -> each.forecast().mean()).toArray(double[][]::new);
    }
}
