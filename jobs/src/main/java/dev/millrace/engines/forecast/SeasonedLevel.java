package dev.millrace.engines.forecast;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Forecasts days by seasons that are known and a level that is followed by simple exponential smoothing of what remains without them.
 * Source: Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 8.1. Its level is that of the days
 * before, so that growth is met with a lag of about 1/smoothing days.
 *
 * @param seasons of weekdays and months
 * @param smoothing how much of a day's surprise the level takes over, above 0 and no more than 1
 */
public record SeasonedLevel(CalendarSeasons seasons, double smoothing) {

    private static final int START = 28;

    /** Refuses a smoothing outside its bounds, by an IllegalArgumentException. */
    public SeasonedLevel {
        if (!(smoothing > 0 && smoothing <= 1)) {
            throw new IllegalArgumentException("The smoothing of the level is " + smoothing
                    + "; it must be above 0 and no more than 1, such as 0.05.");
        }
    }

    /** The level after a day. */
    public double after(double level, LocalDate day, double value) {
        double factor = seasons.factor(day);
        return factor > 0 ? level + smoothing * (value / factor - level) : level;
    }

    /**
     * The level as it was known before each day, and after the last; it starts from the first four weeks.
     *
     * @param first the day of the first value
     * @param values one a day, at least one
     */
    public double[] levels(LocalDate first, double... values) {
        double[] levels = new double[values.length + 1];
        int start = Math.min(START, values.length);
        double factors = 0;
        for (int t = 0; t < start; t++) {
            factors += seasons.factor(first.plusDays(t));
        }
        levels[0] = factors > 0 ? Arrays.stream(values, 0, start).sum() / factors : 0;
        for (int t = 0; t < values.length; t++) {
            levels[t + 1] = after(levels[t], first.plusDays(t), values[t]);
        }
        return levels;
    }

    /**
     * How far sums of days were from what was expected of them, as a share of that: the root of the mean square, so that a lasting bias
     * counts too.
     *
     * @param first the day of the first value
     * @param values one a day
     * @param from the first value that is judged
     * @param longest days in the longest sum
     * @return by days in the sum, from 0 (which has no error) to the longest
     */
    public double[] relativeErrors(LocalDate first, double[] values, int from, int longest) {
        double[] levels = levels(first, values);
        double[] squares = new double[longest + 1];
        int[] counts = new int[longest + 1];
        for (int origin = from; origin < values.length; origin++) {
            double seen = 0;
            double factors = 0;
            for (int span = 1; span <= longest && origin + span <= values.length; span++) {
                seen += values[origin + span - 1];
                factors += seasons.factor(first.plusDays(origin + span - 1L));
                double expected = levels[origin] * factors;
                if (expected > 0) {
                    squares[span] += (seen / expected - 1) * (seen / expected - 1);
                    counts[span]++;
                }
            }
        }
        for (int span = 1; span <= longest; span++) {
            squares[span] = counts[span] > 0 ? Math.sqrt(squares[span] / counts[span]) : 0;
        }
        return squares;
    }
}
