package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ForecastProcedure;
import dev.millrace.engines.forecast.LikeForecast;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How series like a new one went on after as many periods as it has.
 *
 * @param length how many periods that is
 * @param course what became of the level of the first periods, for each step: 1 where it stayed
 * @param season the factor of each phase of the season
 * @param like how many series the season is of
 * @param usual the middle of the levels that launches had so far; NaN where none was seen
 * @param launched those whose launch was seen; the course and the errors are of these
 */
record LaunchProfile(int length, double[] course, double[] season, int like, double usual, List<PanelSeries> launched) {

    private static final int FEWEST = 3;
    /** So many series whose level stays are added to those that are seen, that few of them do not tell of much. */
    private static final double STEADY = 2;
    /** So many periods at the middle level of like launches are added to those that are seen. */
    private static final double PRIOR = 2;

    private static final int SEASONS = 8;

    static LaunchProfile of(List<PanelSeries> launched, List<PanelSeries> like, int length, BacktestPlan plan) {
        List<PanelSeries> seen = launched.size() < FEWEST ? List.of() : launched;
        double[] levels = seen.stream()
                .mapToDouble(each -> mean(each, 0, length))
                .sorted()
                .toArray();
        double usual = levels.length == 0 ? Double.NaN : levels[levels.length / 2];
        return new LaunchProfile(
                length, course(seen, length, plan), season(like, plan.period()), like.size(), usual, seen);
    }

    /** By seasons, within which the phases even out; each series counts the same, however much it sells. */
    private static double[] course(List<PanelSeries> launched, int length, BacktestPlan plan) {
        double[] course = new double[plan.horizon()];
        for (int h = 0; h < course.length; h++) {
            int from = length + h / plan.period() * plan.period();
            int to = Math.min(length + plan.horizon(), from + plan.period());
            double later = STEADY;
            double before = STEADY;
            for (PanelSeries series : launched) {
                double size = mean(series, 0, length + plan.horizon());
                later += size > 0 ? mean(series, from, to) / size : 0;
                before += size > 0 ? mean(series, 0, length) / size : 0;
            }
            course[h] = later / before;
        }
        return course;
    }

    private static double[] season(List<PanelSeries> like, int period) {
        double[] sums = new double[period];
        for (PanelSeries series : like) {
            int size = series.values().length;
            int from = Math.max(0, size - Math.min(SEASONS, size / period) * period);
            double mean = mean(series, from, size);
            for (int t = from; mean > 0 && t < size; t++) {
                sums[Math.floorMod(series.start() + t, period)] += series.values()[t] / mean;
            }
        }
        double all = Arrays.stream(sums).sum();
        return Arrays.stream(sums).map(sum -> all > 0 ? period * sum / all : 1).toArray();
    }

    private static double mean(PanelSeries series, int from, int to) {
        return Arrays.stream(series.values(), from, to).average().orElse(0);
    }

    LikeForecast forecast(PanelSeries series) {
        double level = level(series);
        double[] mean = mean(series, level);
        int steps = mean.length;
        double[][] halves = new double[ForecastProcedure.LEVELS.size()][steps];
        double[] errors = errors();
        for (int i = 0; i < halves.length; i++) {
            Arrays.fill(halves[i], level * quantile(errors, ForecastProcedure.LEVELS.get(i)));
        }
        return new LikeForecast(
                mean,
                halves,
                Arrays.stream(sumErrors(steps)).map(error -> level * error).toArray(),
                "level so far, as " + launched.size() + " launches went on, with the season of " + like
                        + " series like it");
    }

    /** Of the first periods, without season. */
    private double level(PanelSeries series) {
        double seen = 0;
        double expected = 0;
        for (int t = 0; t < length; t++) {
            seen += series.values()[t];
            expected += season[Math.floorMod(series.start() + t, season.length)];
        }
        return launched.isEmpty() ? seen / Math.max(expected, 1e-9) : (seen + PRIOR * usual) / (expected + PRIOR);
    }

    private double[] mean(PanelSeries series, double level) {
        return IntStream.range(0, course.length)
                .mapToDouble(h -> level * course[h] * season[Math.floorMod(series.start() + length + h, season.length)])
                .toArray();
    }

    /** How far off the launches would have been forecast, in units of their levels, from the least on. */
    private double[] errors() {
        return launched.stream()
                .flatMapToDouble(each -> Arrays.stream(relative(each)).map(Math::abs))
                .sorted()
                .toArray();
    }

    private double[] relative(PanelSeries series) {
        double level = Math.max(1e-9, level(series));
        double[] mean = mean(series, level);
        return IntStream.range(0, mean.length)
                .mapToDouble(h -> (series.values()[length + h] - mean[h]) / level)
                .toArray();
    }

    private double[] sumErrors(int steps) {
        double[] squares = new double[steps];
        for (PanelSeries each : launched) {
            double[] errors = relative(each);
            double sum = 0;
            for (int h = 0; h < steps; h++) {
                sum += errors[h];
                squares[h] += sum * sum;
            }
        }
        return Arrays.stream(squares)
                .map(square -> launched.isEmpty() ? Double.NaN : Math.sqrt(square / launched.size()))
                .toArray();
    }

    private static double quantile(double[] sorted, double level) {
        int rank = (int) Math.ceil(level * (sorted.length + 1) - 1e-9);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(rank, sorted.length) - 1];
    }
}
