package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.Mean;
import dev.millrace.engines.forecast.SeriesMethod;
import dev.millrace.engines.forecast.SeriesTooShortException;
import java.util.Arrays;
import java.util.List;

/**
 * Each series alone, by a method for single ones; by its mean where it is too short for the method.
 *
 * @param method the method
 * @param longest how many of the last values it sees at most
 */
public record EachSeries(SeriesMethod method, int longest) implements PanelMethod {

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public double[][] forecast(List<PanelSeries> panel, int steps) {
        return panel.parallelStream()
                .map(series -> forecast(series.values(), steps))
                .toArray(double[][]::new);
    }

    private double[] forecast(double[] values, int steps) {
        double[] recent = Arrays.copyOfRange(values, Math.max(0, values.length - longest), values.length);
        try {
            return method.fit(recent).forecast(steps).mean();
        } catch (SeriesTooShortException e) {
            if (recent.length < 2) {
                double[] same = new double[steps];
                Arrays.fill(same, recent[0]);
                return same;
            }
            return new Mean().fit(recent).forecast(steps).mean();
        }
    }
}
