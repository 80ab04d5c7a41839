package dev.millrace.engines.forecast;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What weekday and month make of a series of days: its expected value is a level, times the factor of its weekday, times that of its
 * month. Each kind of factor has a mean of 1.
 */
public final class CalendarSeasons {

    private static final int ROUNDS = 20;

    private final double[] weekday;
    private final double[] month;

    private CalendarSeasons(double[] weekday, double[] month) {
        this.weekday = weekday;
        this.month = month;
    }

    /**
     * Fits factors and a level for each calendar year ({@link ProportionalFit}). What was never seen has a factor of 1.
     *
     * @param first the day of the first value
     * @param values one a day, at least one, 0 or more
     */
    public static CalendarSeasons of(LocalDate first, double... values) {
        double[][] factors = ProportionalFit.factors(ROUNDS, CalendarKinds.of(first, values.length), values);
        return new CalendarSeasons(withMeanOne(factors[0]), withMeanOne(factors[1]));
    }

    /** What the day has for each unit of the level. */
    public double factor(LocalDate day) {
        return weekday[CalendarKinds.weekday(day)] * month[CalendarKinds.month(day)];
    }

    private static double[] withMeanOne(double... factors) {
        double[] known = Arrays.stream(factors)
                .map(factor -> Double.isNaN(factor) ? 1 : factor)
                .toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        return Arrays.stream(known).map(factor -> mean > 0 ? factor / mean : 1).toArray();
    }
}
