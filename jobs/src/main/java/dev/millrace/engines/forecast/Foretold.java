package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/**
 * What a method that learns from many series at once said of one of them, as a method of that series alone, so that it is tried,
 * combined and given intervals as the others are. It says nothing of its deviation: intervals come from its errors.
 *
 * @param name how tables name it
 * @param description what was chosen, for people
 * @param forecasts expected values of each step, by how many values of the series were known when they were said
 */
public record Foretold(String name, String description, Map<Integer, double[]> forecasts)
        implements SeriesMethod, Serializable {

    /**
     * What was said when so many values were known.
     *
     * @throws SeriesTooShortException where nothing was
     */
    @Override
    public SeriesModel fit(double... values) {
        double[] mean = forecasts.get(values.length);
        if (mean == null) {
            int fewest = forecasts.keySet().stream().min(Integer::compare).orElse(values.length + 1);
            throw new SeriesTooShortException(name, fewest, values.length);
        }
        return new Model(this, mean, values.length);
    }

    private record Model(Foretold method, double[] mean, int length) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            double[] unknown = new double[steps];
            Arrays.fill(unknown, Double.NaN);
            return new SeriesForecast(Arrays.copyOf(mean, steps), unknown);
        }

        @Override
        public double[] fitted() {
            double[] unknown = new double[length];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }

        @Override
        public String description() {
            return method.description();
        }
    }
}
