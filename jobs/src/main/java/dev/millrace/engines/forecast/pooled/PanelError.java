package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ErrorScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How far off a method was in the newest window of a panel. */
final class PanelError {

    private PanelError() {}

    /**
     * The error over all series of which something was said; those that never changed before are left out, for a scaled error has no
     * scale there.
     *
     * @param forecasts by series and by how many of its values were known
     */
    static double of(
            ErrorMeasure measure,
            List<PanelSeries> panel,
            Map<String, Map<Integer, double[]>> forecasts,
            BacktestPlan plan) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (PanelSeries series : panel) {
            double[] values = series.values();
            int origin = values.length - plan.horizon();
            double[] said = forecasts.getOrDefault(series.key(), Map.of()).get(origin);
            ErrorScale scale = ErrorScale.of(values, Math.max(0, origin), plan.period());
            if (said != null && scale.squared() > 0) {
                windows.add(BacktestWindow.of(said, Arrays.copyOfRange(values, origin, values.length), scale));
            }
        }
        return measure.of(windows);
    }
}
