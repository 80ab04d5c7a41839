package dev.millrace.engines.forecast;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Forecasts by the mean of what several methods say: Bates and Granger, "The Combination of Forecasts", Operational Research Quarterly
 * 20 (1969). Weights are equal, which is seldom worse than to estimate them: Clemen, "Combining forecasts: A review and annotated
 * bibliography", International Journal of Forecasting 5 (1989).
 *
 * @param methods the methods, at least one
 */
public record Combination(List<SeriesMethod> methods) implements SeriesMethod {

    /** Refuses to combine nothing, by an IllegalArgumentException. */
    public Combination {
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("A combination has at least one method.");
        }
    }

    @Override
    public String name() {
        return "combination";
    }

    /**
     * Fits all methods to the series.
     *
     * @throws SeriesTooShortException where the series is too short for any of them
     */
    @Override
    public SeriesModel fit(double... values) {
        return new Model(methods.stream().map(method -> method.fit(values)).toList());
    }

    private record Model(List<SeriesModel> models) implements SeriesModel {

        /** Deviations are means too: right where the methods err together, too wide where their errors cancel. */
        @Override
        public SeriesForecast forecast(int steps) {
            List<SeriesForecast> forecasts =
                    models.stream().map(model -> model.forecast(steps)).toList();
            return new SeriesForecast(
                    mean(forecasts, SeriesForecast::mean), mean(forecasts, SeriesForecast::deviation));
        }

        @Override
        public double[] fitted() {
            return mean(models, SeriesModel::fitted);
        }

        @Override
        public String description() {
            return models.stream().map(SeriesModel::description).collect(Collectors.joining("; ", "mean of: ", ""));
        }

        private static <T> double[] mean(List<T> each, Function<T, double[]> values) {
            double[] mean = new double[values.apply(each.get(0)).length];
            for (T one : each) {
                double[] theirs = values.apply(one);
                for (int t = 0; t < mean.length; t++) {
                    mean[t] += theirs[t] / each.size();
                }
            }
            return mean;
        }
    }
}
