package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of a series that is too short to try methods on, by how series like it went on.
 *
 * @param mean expected value of each step
 * @param halves half the width of the intervals of {@link ForecastProcedure#LEVELS}, one row a level; NaN where nothing is known
 * @param totalDeviation standard deviation of the error of the sum of the first 1, 2, … steps; NaN where nothing is known
 * @param description of what it is like, for people
 */
@SuppressWarnings("ArrayRecordComponent") // as forecasts have them
public record LikeForecast(double[] mean, double[][] halves, double[] totalDeviation, String description)
        implements Serializable {

    /** How tables name it. */
    public static final String METHOD = "like_items";

    /**
     * The forecast as others are.
     *
     * @param fallback why the series was not forecast in the usual way
     * @param demand whether nothing is below 0
     */
    ChosenForecast chosen(Fallback fallback, boolean demand) {
        double floor = demand ? 0 : Double.NEGATIVE_INFINITY;
        List<PredictionInterval> intervals = new ArrayList<>();
        for (int level = 0; level < halves.length; level++) {
            intervals.add(interval(level).above(floor));
        }
        double[] expected =
                Arrays.stream(mean).map(value -> Math.max(floor, value)).toArray();
        return new ChosenForecast(
                expected,
                intervals,
                totalDeviation,
                METHOD,
                description,
                "conformal",
                fallback,
                Optional.empty(),
                Optional.empty());
    }

    private PredictionInterval interval(int level) {
        double[] low = mean.clone();
        double[] high = mean.clone();
        for (int h = 0; h < mean.length; h++) {
            low[h] -= halves[level][h];
            high[h] += halves[level][h];
        }
        return new PredictionInterval(ForecastProcedure.LEVELS.get(level), low, high);
    }
}
