package dev.millrace.engines.forecast;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far forecasts were off; less is better. Scaled ones are infinite where the series before never changed and errors were made. */
public enum ErrorMeasure {

    /** Absolute errors by what came, over all windows together: what share of the volume was forecast wrong. */
    WAPE,

    /** Mean absolute error by that of seasonal naive forecasts before: Hyndman and Koehler (2006), see {@link ErrorScale}. */
    MASE,

    /** Root of the mean squared error by that of seasonal naive forecasts: Makridakis et al., "The M5 competition" (2022). */
    RMSSE;

    /** The error over some windows, of one series or of many. */
    public double of(List<BacktestWindow> windows) {
        return switch (this) {
            case WAPE -> shareOfVolume(windows);
            case MASE -> mean(windows, ErrorMeasure::scaled);
            case RMSSE -> mean(windows, ErrorMeasure::rootScaled);
        };
    }

    private static double mean(List<BacktestWindow> windows, ToDoubleFunction<BacktestWindow> error) {
        return windows.stream().mapToDouble(error).average().orElse(Double.NaN);
    }

    private static double shareOfVolume(List<BacktestWindow> windows) {
        double errors = 0;
        double volume = 0;
        for (BacktestWindow window : windows) {
            for (int h = 0; h < window.actual().length; h++) {
                errors += Math.abs(window.error(h));
                volume += Math.abs(window.actual()[h]);
            }
        }
        return ratio(errors, volume);
    }

    private static double scaled(BacktestWindow window) {
        double errors = 0;
        for (int h = 0; h < window.actual().length; h++) {
            errors += Math.abs(window.error(h)) / window.actual().length;
        }
        return ratio(errors, window.scale().absolute());
    }

    private static double rootScaled(BacktestWindow window) {
        double squares = 0;
        for (int h = 0; h < window.actual().length; h++) {
            squares += window.error(h) * window.error(h) / window.actual().length;
        }
        return Math.sqrt(ratio(squares, window.scale().squared()));
    }

    private static double ratio(double errors, double scale) {
        return errors == 0 ? 0 : errors / scale;
    }
}
