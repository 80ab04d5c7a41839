package dev.millrace.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What fixed days of cover bring in a trial, from few days to many, so that their cost can be read at any fill rate.
 *
 * @param days of cover, in rising order
 * @param outcomes of each
 */
record CoverCurve(double[] days, List<AssortmentOutcome> outcomes) {

    private static final double LEAST = 4;
    private static final double STEP = 0.25;
    private static final int POINTS = 37;

    /** Replays 4 to 13 days of cover, in quarters of a day. */
    static CoverCurve of(StockTrial trial, int lookback) {
        double[] days = new double[POINTS];
        List<AssortmentOutcome> outcomes = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            days[point] = LEAST + point * STEP;
            outcomes.add(trial.cover(days[point], lookback));
        }
        return new CoverCurve(days, outcomes);
    }

    /** The days of cover that have a fill rate, interpolated; each series counts so many times. */
    double daysAt(double fillRate, int... times) {
        int above = firstReaching(fillRate, times);
        return between(fillRate, above, days[above - 1], days[above], times);
    }

    /** A sum of theirs, such as the cost, at a fill rate, interpolated. */
    double at(double fillRate, ToDoubleFunction<AssortmentOutcome> sum, int... times) {
        int above = firstReaching(fillRate, times);
        return between(
                fillRate,
                above,
                sum.applyAsDouble(outcomes.get(above - 1)),
                sum.applyAsDouble(outcomes.get(above)),
                times);
    }

    private double between(double fillRate, int above, double low, double high, int... times) {
        double from = outcomes.get(above - 1).fillRate(times);
        double share = (fillRate - from) / (outcomes.get(above).fillRate(times) - from);
        return low + share * (high - low);
    }

    private int firstReaching(double fillRate, int... times) {
        for (int point = 1; point < days.length; point++) {
            if (outcomes.get(point).fillRate(times) >= fillRate) {
                return point;
            }
        }
        throw new IllegalStateException("No " + days[days.length - 1] + " days of cover reach a fill rate of "
                + fillRate + "; replay more days.");
    }
}
