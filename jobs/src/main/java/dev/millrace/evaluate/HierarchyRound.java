package dev.millrace.evaluate;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ErrorScale;
import dev.millrace.engines.forecast.Hierarchy;
import dev.millrace.engines.forecast.HierarchyHistory;
import dev.millrace.engines.forecast.NormalIntervals;
import dev.millrace.engines.forecast.PredictionInterval;
import dev.millrace.engines.forecast.Reconciler;
import dev.millrace.engines.forecast.Reconciliation;
import dev.millrace.engines.forecast.SeriesForecast;
import dev.millrace.engines.forecast.SeriesMethod;
import dev.millrace.engines.forecast.SeriesModel;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts of a whole hierarchy as of one period, each series fitted for itself, and what came after.
 *
 * @param history what was known
 * @param models what was fitted to each series
 * @param base their forecasts
 * @param actual what came, one row a series
 * @param scales of what was known, a series each
 */
@SuppressWarnings("ArrayRecordComponent") // read often: copies would cost more than they guard
record HierarchyRound(
        HierarchyHistory history,
        List<SeriesModel> models,
        List<SeriesForecast> base,
        double[][] actual,
        List<ErrorScale> scales) {

    /**
     * Fits and forecasts.
     *
     * @param bottom one row a bottom series
     * @param known how many periods are known
     * @param steps how many periods are forecast
     * @param period how many periods a season has
     * @param method what every series is forecast by
     */
    static HierarchyRound at(
            Hierarchy hierarchy, double[][] bottom, int known, int steps, int period, SeriesMethod method) {
        HierarchyHistory history = HierarchyHistory.ofBottom(hierarchy, columns(bottom, 0, known));
        List<SeriesModel> models =
                Arrays.stream(history.values()).parallel().map(method::fit).toList();
        return new HierarchyRound(
                history,
                models,
                models.stream().map(model -> model.forecast(steps)).toList(),
                hierarchy.sum(columns(bottom, known, known + steps)),
                Arrays.stream(history.values())
                        .map(series -> ErrorScale.of(series, known, period))
                        .toList());
    }

    /** The forecasts, made to add up. */
    List<SeriesForecast> reconciled(Reconciliation method) {
        return Reconciler.of(history, method, models).reconcile(base).series();
    }

    /** The forecasts, made to add up by the errors of others made before: one row a series. */
    List<SeriesForecast> reconciled(Reconciliation method, double[][] errors) {
        return Reconciler.byErrors(history, method, errors).reconcile(base).series();
    }

    /** The same forecasts, of the first so many periods alone. */
    HierarchyRound ahead(int steps) {
        return new HierarchyRound(
                history,
                models,
                base.stream()
                        .map(forecast -> new SeriesForecast(
                                Arrays.copyOf(forecast.mean(), steps), Arrays.copyOf(forecast.deviation(), steps)))
                        .toList(),
                columns(actual, 0, steps),
                scales);
    }

    /** What came less what was forecast, a number of periods ahead, 0 for the first: one value a series. */
    double[] errors(int ahead) {
        double[] errors = new double[actual.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = actual[i][ahead] - base.get(i).mean()[ahead];
        }
        return errors;
    }

    /** How many periods are forecast. */
    int steps() {
        return actual[0].length;
    }

    /** For each series the mean absolute scaled error of a forecast; infinite where the series never changed and errors were made. */
    double[] scaledErrors(List<SeriesForecast> forecasts) {
        double[] errors = new double[actual.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = ErrorMeasure.MASE.of(List.of(new BacktestWindow(forecasts.get(i), actual[i], scales.get(i))));
        }
        return errors;
    }

    /** For each series the share of periods that came within the interval of a level, such as 0.8. */
    double[] covered(List<SeriesForecast> forecasts, double level) {
        double[] covered = new double[actual.length];
        for (int i = 0; i < covered.length; i++) {
            PredictionInterval interval = new NormalIntervals().at(level, forecasts.get(i));
            for (int h = 0; h < actual[i].length; h++) {
                covered[i] += interval.holds(actual[i][h], h) ? 1.0 / actual[i].length : 0;
            }
        }
        return covered;
    }

    private static double[][] columns(double[][] rows, int from, int to) {
        return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
    }
}
