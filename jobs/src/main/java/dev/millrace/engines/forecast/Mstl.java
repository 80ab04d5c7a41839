package dev.millrace.engines.forecast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Forecasts a series of several seasons by what is left without them, and puts the seasons back as they were last: Bandara, Hyndman
 * and Bergmeir, "MSTL: a seasonal-trend decomposition algorithm for time series with multiple seasonal patterns" (2021). What is left
 * is forecast by exponential smoothing ({@link Ets}) without a season.
 *
 * @param periods how many values each season has, at least two each; none where there is no season
 */
public record Mstl(List<Integer> periods) implements SeriesMethod {

    /** Refuses a season of less than two values, by an IllegalArgumentException. */
    public Mstl {
        periods = List.copyOf(periods);
        for (int period : periods) {
            if (period < 2) {
                throw new IllegalArgumentException("A season has at least two values, not " + period + ".");
            }
        }
    }

    @Override
    public String name() {
        return "mstl";
    }

    /**
     * Fits the series. A season that it does not have more than twice is left out. Seasons are learned from the whole series: what is
     * fitted to a value knows a little of it.
     *
     * @throws SeriesTooShortException where exponential smoothing has too few values
     */
    @Override
    public SeriesModel fit(double... values) {
        MstlDecomposition parts = MstlDecomposition.of(values, periods);
        EtsModel rest = Ets.automatic(1).fit(parts.adjusted());
        double[] fitted = rest.fitted().clone();
        for (int t = 0; t < fitted.length; t++) {
            fitted[t] += parts.season(t);
        }
        return new Model(parts, rest, fitted);
    }

    private record Model(MstlDecomposition parts, EtsModel rest, double[] fitted) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            SeriesForecast forecast = rest.forecast(steps);
            for (int h = 0; h < steps; h++) {
                forecast.mean()[h] += parts.season(fitted.length + h);
            }
            return forecast;
        }

        @Override
        public String description() {
            String seasons = parts.periods().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return (seasons.isEmpty() ? "no season, " : "seasons of " + seasons + ", ") + rest.description();
        }
    }
}
