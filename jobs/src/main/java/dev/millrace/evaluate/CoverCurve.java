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

    /** The days of cover that have a fill rate, interpolated; of some series. */
    double daysAt(double fillRate, int... drawn) {
        int above = firstReaching(fillRate, drawn);
        return between(fillRate, above, days[above - 1], days[above], drawn);
    }

    /** A sum of theirs, such as the cost, of some series, at a fill rate, interpolated. */
    double at(double fillRate, ToDoubleFunction<AssortmentOutcome> sum, int... drawn) {
        int above = firstReaching(fillRate, drawn);
        return between(
                fillRate,
                above,
                sum.applyAsDouble(outcomes.get(above - 1)),
                sum.applyAsDouble(outcomes.get(above)),
                drawn);
    }

    private double between(double fillRate, int above, double low, double high, int... drawn) {
        double from = outcomes.get(above - 1).fillRate(drawn);
        double share = (fillRate - from) / (outcomes.get(above).fillRate(drawn) - from);
        return low + share * (high - low);
    }

    private int firstReaching(double fillRate, int... drawn) {
        for (int point = 1; point < days.length; point++) {
            if (outcomes.get(point).fillRate(drawn) >= fillRate) {
                return point;
            }
        }
        throw new IllegalStateException("No " + days[days.length - 1] + " days of cover reach a fill rate of "
                + fillRate + "; replay more days.");
    }
}
