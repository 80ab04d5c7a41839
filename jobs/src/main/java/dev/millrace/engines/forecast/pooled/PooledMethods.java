package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.Foretold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets pooled methods forecast a panel, from its end and from the origins of a backtest, so that what each said of a series can be
 * held against what methods for single series say of it. All series end in the same period, and so have the same origins.
 *
 * @param methods by name; of several variants that go by one name, the one that was best in the newest window goes on
 * @param plan the backtest; its horizon is that of the forecast
 * @param measure what error makes the best variant
 */
public record PooledMethods(Map<PooledName, List<PanelMethod>> methods, BacktestPlan plan, ErrorMeasure measure) {

    /**
     * What each method says of each series. A method that cannot learn from what lies before the oldest window is left out.
     *
     * @param panel series that end in the same period; those that are too short for the backtest are learned from, and nothing is
     *     said of them
     */
    public Map<String, List<Foretold>> of(List<PanelSeries> panel) {
        Map<String, List<Foretold>> foretold = new LinkedHashMap<>();
        if (panel.stream().noneMatch(this::isJudged)) {
            return foretold;
        }
        methods.forEach((name, variants) -> said(variants, panel).ifPresent(said -> said.forecasts()
                .forEach((series, forecasts) -> foretold.computeIfAbsent(series, key -> new ArrayList<>())
                        .add(new Foretold(name.label(), said.description(), forecasts)))));
        return foretold;
    }

    private boolean isJudged(PanelSeries series) {
        return !plan.origins(series.values().length).isEmpty();
    }

    private Optional<Said> said(List<PanelMethod> variants, List<PanelSeries> panel) {
        try {
            Said newest = best(variants, panel);
            for (int window = 1; window < plan.windows(); window++) {
                newest.add(panel, plan.horizon() + window * plan.step());
            }
            newest.add(panel, 0);
            return Optional.of(newest);
        } catch (PanelTooShortException e) {
            return Optional.empty();
        }
    }

    private Said best(List<PanelMethod> variants, List<PanelSeries> panel) {
        Said best = null;
        double least = Double.POSITIVE_INFINITY;
        for (PanelMethod variant : variants) {
            Said said = new Said(variant, plan, new HashMap<>());
            said.add(panel, plan.horizon());
            double error = variants.size() == 1 ? 0 : PanelError.of(measure, panel, said.forecasts(), plan);
            if (best == null || error < least) {
                best = said;
                least = error;
            }
        }
        return best;
    }

    /** What a method said, by series and by how many of its values it knew. */
    private record Said(PanelMethod method, BacktestPlan plan, Map<String, Map<Integer, double[]>> forecasts) {

        /** Forecasts from so many periods before the end. */
        void add(List<PanelSeries> panel, int back) {
            List<PanelSeries> before = panel.stream()
                    .filter(series -> series.values().length - back >= plan.horizon())
                    .map(series -> series.before(back))
                    .toList();
            if (before.isEmpty()) {
                return;
            }
            double[][] said = method.forecast(before, plan.horizon());
            for (int i = 0; i < said.length; i++) {
                PanelSeries series = before.get(i);
                forecasts.computeIfAbsent(series.key(), key -> new HashMap<>()).put(series.values().length, said[i]);
            }
        }

        String description() {
            return method.name() + " of all series together";
        }
    }
}
