package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.LikeForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts new series from series like them: the level of the new one so far, times what became of the level of like ones after as
 * many periods, times the season that like ones share.
 *
 * @param plan the backtest that the new series are too short for
 */
public record LikeItems(BacktestPlan plan) {

    private static final int MOST = 30;
    private static final int FEWEST = 3;

    /**
     * The forecasts of the new series of a panel, by their keys.
     *
     * @param panel series that end in the same period, values 0 or more. Those that begin more than a horizon after the first of all
     *     are known from their launch on
     * @return none for series that are long enough for the backtest or have nothing but zeros, and none where fewer than three others
     *     are long enough
     */
    public Map<String, LikeForecast> of(List<PanelSeries> panel) {
        List<PanelSeries> known = panel.stream().filter(this::isLongEnough).toList();
        Map<String, LikeForecast> forecasts = new HashMap<>();
        if (known.size() < FEWEST) {
            return forecasts;
        }
        long first = panel.stream().mapToLong(PanelSeries::start).min().orElseThrow();
        List<Likeness> likeness = known.stream().map(Likeness::of).toList();
        for (PanelSeries series : panel) {
            if (!isLongEnough(series) && Arrays.stream(series.values()).anyMatch(value -> value > 0)) {
                List<PanelSeries> like = like(series, known, likeness);
                LaunchProfile profile = LaunchProfile.of(
                        launched(like, first, series.values().length), like, series.values().length, plan);
                forecasts.put(series.key(), profile.forecast(series));
            }
        }
        return forecasts;
    }

    private boolean isLongEnough(PanelSeries series) {
        return !plan.origins(series.values().length).isEmpty();
    }

    /** Those that are most like it; all where none is like it. */
    private static List<PanelSeries> like(PanelSeries series, List<PanelSeries> known, List<Likeness> likeness) {
        Likeness own = Likeness.of(series);
        double[] degrees = likeness.stream().mapToDouble(own::to).toArray();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < degrees.length; i++) {
            if (degrees[i] > 0) {
                order.add(i);
            }
        }
        if (order.size() < FEWEST) {
            return known;
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -degrees[i])
                .thenComparing(i -> known.get(i).key()));
        return order.stream().limit(MOST).map(known::get).toList();
    }

    /** Those of which the first periods are known, and a horizon after as many as the new series has. */
    private List<PanelSeries> launched(List<PanelSeries> like, long first, int length) {
        return like.stream()
                .filter(series -> series.start() > first + plan.horizon())
                .filter(series -> series.values().length >= length + plan.horizon())
                .toList();
    }
}
