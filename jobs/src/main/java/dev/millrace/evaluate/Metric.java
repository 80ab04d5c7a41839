package dev.millrace.evaluate;

import dev.millrace.engines.statistics.Interval;
import java.util.Optional;

/**
 * One figure of an evaluation.
 *
 * @param name what was measured, such as {@code auc}
 * @param value what was measured
 * @param low lower end of the 95 % interval, where there is one
 * @param high upper end of the 95 % interval, where there is one
 * @param baseline the same figure for the naive way that the evaluation names, where that makes sense
 */
public record Metric(
        String name, double value, Optional<Double> low, Optional<Double> high, Optional<Double> baseline) {

    /** A figure without an interval. */
    public static Metric of(String name, double value) {
        return new Metric(name, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with its 95 % interval. */
    public Metric within(double lower, double upper) {
        return new Metric(name, value, Optional.of(lower), Optional.of(upper), baseline);
    }

    /** The same, with its interval. */
    public Metric within(Interval interval) {
        return within(interval.low(), interval.high());
    }

    /** The same, beside the baseline's figure. */
    public Metric beside(double naive) {
        return new Metric(name, value, low, high, Optional.of(naive));
    }
}
