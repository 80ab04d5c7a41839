package dev.millrace.evaluate;

import dev.millrace.engines.forecast.Backtest;
import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.MethodChoice;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.SeriesMethod;
import dev.millrace.engines.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Hourly demand with many hours of none, a day ahead. */
final class IntermittentEvaluation implements Evaluation {

    /** The methods whose figures are published. ARIMA would take about a second for each of 60 windows with a season of a day. */
    private static final List<MethodName> METHODS = List.of(
            MethodName.MEAN,
            MethodName.NAIVE,
            MethodName.DRIFT,
            MethodName.SEASONAL_NAIVE,
            MethodName.ETS,
            MethodName.THETA,
            MethodName.CROSTON,
            MethodName.SBA,
            MethodName.TSB);

    private static final int HOURS = 24;
    private static final int DAYS = 30;
    private static final int HISTORY = 60 * HOURS;
    private static final long SEED = 42;

    @Override
    public String name() {
        return "intermittent-demand";
    }

    @Override
    public String method() {
        return "Each of the last " + DAYS
                + " days is forecast from all before it, hour by hour, by the method or combination that was"
                + " best on the " + DAYS
                + " days before these. Baseline: Croston's method. The error is RMSSE, which punishes a"
                + " forecast of nothing. Interval by drawing days again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        double[] all = ObservedPanel.hourly(data.lake(name())).get(0).values();
        double[] recent = Arrays.copyOfRange(all, all.length - HISTORY - 2 * DAYS * HOURS, all.length);
        double[] before = Arrays.copyOf(recent, recent.length - DAYS * HOURS);
        BacktestPlan plan = new BacktestPlan(DAYS, HOURS, HOURS, HOURS);
        List<SeriesMethod> methods = MethodName.methods(METHODS, HOURS);
        MethodChoice choice =
                MethodChoice.of(methods, plan, ErrorMeasure.RMSSE, before).orElseThrow();
        data.tell(name() + ": chosen " + choice.method().name());
        Backtest chosen = Backtest.of(choice.method(), plan, recent).orElseThrow();
        List<Backtest> singles = methods.stream()
                .flatMap(method -> Backtest.of(method, plan, recent).stream())
                .toList();
        return new EvaluationReport(metrics(chosen, singles), notes(choice, before));
    }

    private static List<Metric> metrics(Backtest chosen, List<Backtest> singles) {
        List<Metric> metrics = new ArrayList<>();
        double croston = singles.stream()
                .filter(single -> single.method().equals(MethodName.CROSTON.label()))
                .findFirst()
                .orElseThrow()
                .error(ErrorMeasure.RMSSE);
        metrics.add(Metric.of("rmsse", chosen.error(ErrorMeasure.RMSSE))
                .within(Bootstrap.interval(chosen.windows(), SEED, ErrorMeasure.RMSSE::of))
                .beside(croston));
        metrics.add(Metric.of("mase", chosen.error(ErrorMeasure.MASE)));
        singles.forEach(single -> metrics.add(Metric.of("rmsse_" + single.method(), single.error(ErrorMeasure.RMSSE))));
        return metrics;
    }

    private static List<String> notes(MethodChoice choice, double... before) {
        double zeros = Arrays.stream(before).filter(value -> value == 0).count();
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(Locale.ROOT, "%.0f %% of the hours before have no demand.", 100 * zeros / before.length));
        notes.add("chosen on the days before: " + choice.method().fit(before).description());
        choice.tried()
                .forEach(tried -> notes.add(String.format(
                        Locale.ROOT, "%s: RMSSE %.4f before", tried.method(), tried.error(ErrorMeasure.RMSSE))));
        return notes;
    }
}
