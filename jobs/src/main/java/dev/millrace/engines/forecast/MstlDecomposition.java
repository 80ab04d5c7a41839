package dev.millrace.engines.forecast;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;
import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess.Decomposition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A series taken apart into a trend, one season for each period, and a remainder, which add up to it: Bandara, Hyndman and Bergmeir,
 * "MSTL: a seasonal-trend decomposition algorithm for time series with multiple seasonal patterns" (2021), here BHB. Seasons are found
 * by STL one after the other, twice over, each in what the others leave: Cleveland, Cleveland, McRae and Terpenning, "STL: a
 * seasonal-trend decomposition procedure based on loess", Journal of Official Statistics 6 (1990). Windows and iterations are those of
 * statsmodels' {@code MSTL}.
 *
 * @param periods the lengths of the seasons, in ascending order
 * @param trend trend of each value, in the series' units; the series itself where there is no season
 * @param seasons what each season adds to each value, in the series' units
 * @param remainder what is neither
 */
public record MstlDecomposition(List<Integer> periods, double[] trend, List<double[]> seasons, double[] remainder) {

    private static final int ITERATIONS = 2;
    private static final int INNER_ITERATIONS = 5;

    /**
     * Takes a series apart. A season that the series does not have more than twice is left out, since nothing tells it from a trend.
     *
     * @param values the series
     * @param periods how many values each season has; repeated ones count once
     * @throws IllegalArgumentException where a season has less than two values
     */
    public static MstlDecomposition of(double[] values, Collection<Integer> periods) {
        List<Integer> known = new ArrayList<>(new TreeSet<>(periods));
        if (!known.isEmpty() && known.get(0) < 2) {
            throw new IllegalArgumentException("A season has at least two values, not " + known.get(0) + ".");
        }
        known.removeIf(period -> 2L * period >= values.length);
        if (known.isEmpty()) {
            return new MstlDecomposition(known, values.clone(), List.of(), new double[values.length]);
        }
        return iterate(values, known);
    }

    private static MstlDecomposition iterate(double[] values, List<Integer> periods) {
        List<double[]> seasons = new ArrayList<>();
        periods.forEach(period -> seasons.add(new double[values.length]));
        double[] rest = values.clone();
        double[] trend = rest;
        int iterations = periods.size() == 1 ? 1 : ITERATIONS;
        for (int iteration = 0; iteration < iterations; iteration++) {
            for (int i = 0; i < periods.size(); i++) {
                add(rest, seasons.get(i), 1);
                Decomposition found = stl(rest, periods.get(i), seasonalWidth(i));
                seasons.set(i, found.getSeasonal());
                trend = found.getTrend();
                add(rest, seasons.get(i), -1);
            }
        }
        add(rest, trend, -1);
        return new MstlDecomposition(periods, trend, seasons, rest);
    }

    private static void add(double[] to, double[] what, int sign) {
        for (int t = 0; t < to.length; t++) {
            to[t] += sign * what[t];
        }
    }

    /** BHB, section 2: the longer the season, the smoother. */
    private static int seasonalWidth(int index) {
        return 7 + 4 * (index + 1);
    }

    private static Decomposition stl(double[] values, int period, int seasonalWidth) {
        int trendWidth = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonalWidth)));
        return new SeasonalTrendLoess.Builder()
                .setPeriodLength(period)
                .setSeasonalWidth(seasonalWidth)
                .setSeasonalDegree(1)
                .setSeasonalJump(1)
                .setTrendWidth(trendWidth)
                .setTrendDegree(1)
                .setTrendJump(1)
                .setLowpassWidth(odd(period + 1))
                .setLowpassDegree(1)
                .setLowpassJump(1)
                .setInnerIterations(INNER_ITERATIONS)
                .setRobustnessIterations(0)
                .buildSmoother(values.clone())
                .decompose();
    }

    private static int odd(int width) {
        return width % 2 == 0 ? width + 1 : width;
    }

    /** The series without its seasons. */
    public double[] adjusted() {
        double[] adjusted = trend.clone();
        add(adjusted, remainder, 1);
        return adjusted;
    }

    /** What the seasons together add to a period of the series, or to one after its end if the last of each season go on. */
    double season(int t) {
        double sum = 0;
        for (int i = 0; i < seasons.size(); i++) {
            int period = periods.get(i);
            int beyond = Math.max(0, t - trend.length + period) / period;
            sum += seasons.get(i)[t - beyond * period];
        }
        return sum;
    }
}
