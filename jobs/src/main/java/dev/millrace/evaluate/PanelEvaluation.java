package dev.millrace.evaluate;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorScale;
import dev.millrace.engines.forecast.pooled.PanelBacktest;
import dev.millrace.engines.forecast.pooled.PanelChoice;
import dev.millrace.engines.forecast.pooled.PanelIntervals;
import dev.millrace.engines.forecast.pooled.PanelMethod;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.engines.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Forecasts the last periods of many series, everything learnt and chosen on what lies before.
 *
 * @param name what it is asked for by
 * @param question what is forecast
 */
record PanelEvaluation(String name, PanelQuestion question) implements Evaluation {

    private static final int ORIGINS = 2;

    @Override
    public String method() {
        return question.dataset() + ", the last " + question.horizon()
                + " periods of each series forecast at once; methods, strategy"
                + " and objective of boosting, combination and intervals chosen on the " + ORIGINS
                + " windows before. Baseline: the"
                + " best of all methods for single series, by hindsight. Intervals by drawing series again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        List<PanelSeries> all = question.panel().apply(data.lake(question.dataset()));
        List<PanelSeries> known =
                all.stream().map(series -> series.before(question.horizon())).toList();
        Map<PanelMethod, PanelBacktest> backtests = backtests(data, known);
        PanelChoice choice =
                PanelChoice.of(List.copyOf(backtests.keySet()), List.copyOf(backtests.values()), question.measure());
        data.tell(name + ": chosen " + choice.backtest().name());
        Map<String, List<BacktestWindow>> judged = new LinkedHashMap<>();
        List<double[][]> chosen = new ArrayList<>();
        for (PanelMethod method : backtests.keySet()) {
            double[][] forecasts = method.forecast(known, question.horizon());
            judged.put(method.name(), judged(forecasts, all));
            if (choice.methods().contains(method)) {
                chosen.add(forecasts);
            }
        }
        double[][] forecasts = PanelChoice.mean(chosen);
        PanelIntervals intervals = PanelIntervals.of(choice.backtest().windows());
        return new EvaluationReport(
                metrics(judged(forecasts, all), judged, intervals), notes(backtests, choice, judged, intervals));
    }

    /** Of the boosted models, only that goes on which was best in the newest window. */
    private Map<PanelMethod, PanelBacktest> backtests(EvaluationData data, List<PanelSeries> known) {
        List<PanelMethod> methods = new ArrayList<>(question.singleMethods());
        methods.addAll(question.calendarMethods());
        methods.add(bestBoosted(data, known));
        Map<PanelMethod, PanelBacktest> backtests = new LinkedHashMap<>();
        for (PanelMethod method : methods) {
            PanelBacktest backtest = PanelBacktest.of(method, known, ORIGINS, question.horizon(), question.period());
            backtests.put(method, backtest);
            tell(data, backtest);
        }
        return backtests;
    }

    private PanelMethod bestBoosted(EvaluationData data, List<PanelSeries> known) {
        PanelMethod best = null;
        double least = Double.POSITIVE_INFINITY;
        for (PanelMethod method : question.boostedMethods(data.session())) {
            PanelBacktest backtest = PanelBacktest.of(method, known, 1, question.horizon(), question.period());
            tell(data, backtest);
            double error = backtest.error(question.measure());
            if (best == null || error < least) {
                best = method;
                least = error;
            }
        }
        return best;
    }

    private void tell(EvaluationData data, PanelBacktest backtest) {
        data.tell(String.format(
                Locale.ROOT, "%s: %s before, %.4f", name, backtest.name(), backtest.error(question.measure())));
    }

    private List<BacktestWindow> judged(double[][] forecasts, List<PanelSeries> all) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (int i = 0; i < forecasts.length; i++) {
            double[] values = all.get(i).values();
            int origin = values.length - question.horizon();
            windows.add(BacktestWindow.of(
                    forecasts[i],
                    Arrays.copyOfRange(values, origin, values.length),
                    ErrorScale.of(values, origin, question.period())));
        }
        return windows;
    }

    private List<Metric> metrics(
            List<BacktestWindow> chosen, Map<String, List<BacktestWindow>> judged, PanelIntervals intervals) {
        String measure = question.measure().name().toLowerCase(Locale.ROOT);
        List<Metric> metrics = new ArrayList<>();
        double baseline = question.singleMethods().stream()
                .mapToDouble(method -> question.measure().of(judged.get(method.name())))
                .min()
                .orElse(Double.NaN);
        metrics.add(Metric.of(measure, question.measure().of(chosen))
                .within(Bootstrap.interval(chosen, PanelQuestion.SEED, question.measure()::of))
                .beside(baseline));
        for (double level : new double[] {0.5, 0.8, 0.95}) {
            metrics.add(Metric.of("coverage_" + Math.round(100 * level), coverage(chosen, intervals, level)));
        }
        judged.forEach((method, windows) ->
                metrics.add(Metric.of(measure + "_" + method, question.measure().of(windows))));
        return metrics;
    }

    private static double coverage(List<BacktestWindow> windows, PanelIntervals intervals, double level) {
        double within = 0;
        double count = 0;
        for (int i = 0; i < windows.size(); i++) {
            BacktestWindow window = windows.get(i);
            var interval = intervals.at(level, i, window.forecast().mean());
            for (int h = 0; h < window.actual().length; h++) {
                within += interval.holds(window.actual()[h], h) ? 1 : 0;
                count++;
            }
        }
        return within / count;
    }

    private List<String> notes(
            Map<PanelMethod, PanelBacktest> backtests,
            PanelChoice choice,
            Map<String, List<BacktestWindow>> judged,
            PanelIntervals intervals) {
        List<String> notes = new ArrayList<>();
        notes.add("chosen on earlier windows: " + choice.backtest().name()
                + String.format(
                        Locale.ROOT, ", error there %.4f", choice.backtest().error(question.measure())));
        notes.add("intervals: " + intervals);
        backtests.forEach((method, backtest) -> notes.add(String.format(
                Locale.ROOT,
                "%s: %.4f before, %.4f in the last window",
                method.name(),
                backtest.error(question.measure()),
                question.measure().of(judged.get(method.name())))));
        return notes;
    }
}
