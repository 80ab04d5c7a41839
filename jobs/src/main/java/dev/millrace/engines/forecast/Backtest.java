package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a method would have forecast a series from earlier origins.
 *
 * @param method its name
 * @param windows one an origin, oldest first; at least one
 */
public record Backtest(String method, List<BacktestWindow> windows) {

    public Backtest {
        windows = List.copyOf(windows);
    }

    /**
     * Fits the method anew at each origin, to the values before it alone.
     *
     * @param values one value a period, oldest first
     * @return empty where there is no window, or one of them has too few values before it for the method
     */
    public static Optional<Backtest> of(SeriesMethod method, BacktestPlan plan, double... values) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (int origin : plan.origins(values.length)) {
            try {
                SeriesForecast forecast =
                        method.fit(Arrays.copyOf(values, origin)).forecast(plan.horizon());
                windows.add(new BacktestWindow(
                        forecast,
                        Arrays.copyOfRange(values, origin, origin + plan.horizon()),
                        ErrorScale.of(values, origin, plan.period())));
            } catch (SeriesTooShortException e) {
                return Optional.empty();
            }
        }
        return windows.isEmpty() ? Optional.empty() : Optional.of(new Backtest(method.name(), windows));
    }

    /** The error over all windows. */
    public double error(ErrorMeasure measure) {
        return measure.of(windows);
    }

    /** The backtest of a combination of methods, from theirs: the same windows, and nothing is fitted again. */
    static Backtest combined(Weighting weighting, List<Backtest> parts) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (int i = 0; i < parts.get(0).windows().size(); i++) {
            int window = i;
            BacktestWindow first = parts.get(0).windows().get(window);
            List<SeriesForecast> forecasts = parts.stream()
                    .map(part -> part.windows().get(window).forecast())
                    .toList();
            windows.add(new BacktestWindow(weighting.join(forecasts), first.actual(), first.scale()));
        }
        return new Backtest(weighting.name(), windows);
    }
}
