package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From a series to its forecast: the method by backtest, intervals by backtest, and declared fallbacks where the series is no usual one.
 *
 * @param methods what there is to choose from
 * @param plan how they are tried; its horizon is that of the forecast
 * @param measure what error to keep small
 * @param demand whether the series cannot be negative: values below 0 are then taken as 0, and no forecast is below
 */
public record ForecastProcedure(List<SeriesMethod> methods, BacktestPlan plan, ErrorMeasure measure, boolean demand) {

    /** The shares of outcomes that intervals are given for. */
    public static final List<Double> LEVELS = List.of(0.5, 0.8, 0.95);

    public ForecastProcedure {
        methods = List.copyOf(methods);
    }

    /**
     * Forecasts the series.
     *
     * @param values one value a period, oldest first, without holes; at least one
     * @throws IllegalArgumentException without values, or with one that is not finite
     */
    public ChosenForecast forecast(double... values) {
        check(values);
        double[] known =
                demand ? Arrays.stream(values).map(value -> Math.max(0, value)).toArray() : values;
        Fallback usual = Arrays.equals(known, values) ? Fallback.NONE : Fallback.NEGATIVE_VALUES;
        if (Arrays.stream(known).allMatch(value -> value == 0)) {
            return constant(0, 0, usual == Fallback.NONE ? Fallback.ALL_ZERO : usual);
        }
        if (known.length == 1) {
            return constant(known[0], Double.NaN, Fallback.ONE_VALUE);
        }
        Optional<MethodChoice> choice = MethodChoice.of(methods, plan, measure, known);
        return choice.map(found -> chosen(found, usual, known)).orElseGet(() -> plain(known));
    }

    private static void check(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A series needs at least one value, and every value finite: it has "
                    + values.length + " values. Fill holes before forecasting.");
        }
    }

    private ChosenForecast chosen(MethodChoice choice, Fallback fallback, double... values) {
        SeriesModel model = choice.method().fit(values);
        IntervalChoice intervals = IntervalChoice.of(choice.backtest());
        return told(
                model.forecast(plan.horizon()),
                intervals.rule(),
                choice.method().name(),
                model.description(),
                fallback,
                Optional.of(choice),
                Optional.of(intervals));
    }

    private ChosenForecast plain(double... values) {
        SeriesModel model = new Mean().fit(values);
        return told(
                model.forecast(plan.horizon()),
                new NormalIntervals(),
                "mean",
                model.description(),
                Fallback.SHORTER_THAN_HORIZON,
                Optional.empty(),
                Optional.empty());
    }

    private ChosenForecast constant(double value, double deviation, Fallback fallback) {
        double[] mean = new double[plan.horizon()];
        double[] deviations = new double[plan.horizon()];
        Arrays.fill(mean, value);
        Arrays.fill(deviations, deviation);
        return told(
                new SeriesForecast(mean, deviations),
                new NormalIntervals(),
                "naive",
                "the one value that there is",
                fallback,
                Optional.empty(),
                Optional.empty());
    }

    private ChosenForecast told(
            SeriesForecast forecast,
            IntervalRule rule,
            String method,
            String description,
            Fallback fallback,
            Optional<MethodChoice> choice,
            Optional<IntervalChoice> coverage) {
        double floor = demand ? 0 : Double.NEGATIVE_INFINITY;
        List<PredictionInterval> intervals = LEVELS.stream()
                .map(level -> rule.at(level, forecast).above(floor))
                .toList();
        double[] mean = Arrays.stream(forecast.mean())
                .map(value -> Math.max(floor, value))
                .toArray();
        List<BacktestWindow> windows =
                choice.map(found -> found.backtest().windows()).orElse(List.of());
        return new ChosenForecast(
                mean,
                intervals,
                SumErrors.deviations(forecast, rule, windows),
                method,
                description,
                rule.name(),
                fallback,
                choice,
                coverage);
    }
}
