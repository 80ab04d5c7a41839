package dev.millrace.engines.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToIntFunction;

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
     * Fits factors and a level for each calendar year, by iterative proportional fitting: the greatest likelihood where values are
     * Poisson. Source: Deming and Stephan, "On a least squares adjustment of a sampled frequency table", Annals of Mathematical
     * Statistics 11 (1940). What was never seen has a factor of 1.
     *
     * @param first the day of the first value
     * @param values one a day, 0 or more
     */
    public static CalendarSeasons of(LocalDate first, double... values) {
        double[][] factors = {
            ones(7), ones(12), ones(first.plusDays(values.length).getYear() - first.getYear() + 1)
        };
        int[][] cells = {
            cells(first, values.length, CalendarSeasons::weekdayOf),
            cells(first, values.length, CalendarSeasons::monthOf),
            cells(first, values.length, day -> day.getYear() - first.getYear())
        };
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < factors.length; kind++) {
                fit(factors, cells, kind, values);
            }
        }
        return new CalendarSeasons(withMeanOne(factors[0]), withMeanOne(factors[1]));
    }

    /** What the day has for each unit of the level. */
    public double factor(LocalDate day) {
        return weekday[weekdayOf(day)] * month[monthOf(day)];
    }

    private static void fit(double[][] factors, int[][] cells, int kind, double... values) {
        double[] seen = new double[factors[kind].length];
        double[] expected = new double[seen.length];
        for (int t = 0; t < values.length; t++) {
            double product = 1;
            for (int other = 0; other < factors.length; other++) {
                product *= other == kind ? 1 : factors[other][cells[other][t]];
            }
            seen[cells[kind][t]] += values[t];
            expected[cells[kind][t]] += product;
        }
        for (int cell = 0; cell < seen.length; cell++) {
            factors[kind][cell] = expected[cell] > 0 ? seen[cell] / expected[cell] : 1;
        }
    }

    private static int[] cells(LocalDate first, int days, ToIntFunction<LocalDate> cell) {
        int[] cells = new int[days];
        for (int t = 0; t < days; t++) {
            cells[t] = cell.applyAsInt(first.plusDays(t));
        }
        return cells;
    }

    private static int weekdayOf(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }

    private static int monthOf(LocalDate day) {
        return day.getMonthValue() - 1;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] withMeanOne(double... factors) {
        double mean = Arrays.stream(factors).average().orElseThrow();
        return mean > 0 ? Arrays.stream(factors).map(factor -> factor / mean).toArray() : ones(factors.length);
    }
}
