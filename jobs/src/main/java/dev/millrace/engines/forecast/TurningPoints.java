package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.TrendChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the trend of a series changes its direction or its level: a broken line beside noise that remembers, by penalised likelihood.
 *
 * <p>Noise that remembers, above all a random walk, looks like a trend that turns again and again. So the noise is chosen together with
 * the turning points, as a process that keeps a part of each deviation and may be watched with errors, ARMA(1,1): what explains a series
 * as well with less turning points wins (Shi, Gallagher, Lund and Killick, "A comparison of single and multiple changepoint techniques
 * for time series data", Computational Statistics and Data Analysis 170, 2022). A turning point costs 3 log n of twice the
 * log-likelihood, for its place is chosen among n and its kind among several (Zhang and Siegmund, "A modified Bayes information
 * criterion with applications to the analysis of comparative genomic hybridization data", Biometrics 63, 2007). Single values that
 * stand out are explained as such, and are no turning points.
 */
public final class TurningPoints {

    private static final int NEEDED = 20;
    private static final double[] KEPT = {1, 0.95, 0.9, 0.8, 0.6, 0.3, 0};
    private static final double[] FORGOTTEN = {0, 0.3, 0.6, 0.8};

    private TurningPoints() {}

    /**
     * Finds the turning points.
     *
     * @param values one value a period, oldest first, without holes
     * @param period how many periods a season has, which is taken out first; 1 where there is none
     * @return the turning points in their order; none where there are less than 20 values, or all are the same
     * @throws IllegalArgumentException where a season has less than one period
     */
    public static List<TurningPoint> of(double[] values, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("A season has at least one period, not " + period + ".");
        }
        if (values.length < NEEDED || Stationarity.constant(values)) {
            return List.of();
        }
        double[] adjusted = period == 1
                ? values
                : MstlDecomposition.of(values, List.of(period)).adjusted();
        TrendSearch likeliest = null;
        List<TrendChange> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (NoiseFilter noise : noises()) {
            TrendSearch search = new TrendSearch(adjusted, noise);
            List<TrendChange> changes = search.best(least);
            double criterion = search.criterion(changes);
            if (likeliest == null || criterion < least) {
                likeliest = search;
                best = changes;
                least = criterion;
            }
        }
        return points(likeliest, best);
    }

    private static List<NoiseFilter> noises() {
        List<NoiseFilter> noises = new ArrayList<>();
        for (double keeps : KEPT) {
            for (double forgets : FORGOTTEN) {
                if (forgets == 0 || forgets < keeps) {
                    noises.add(new NoiseFilter(keeps, forgets));
                }
            }
        }
        return noises;
    }

    private static List<TurningPoint> points(TrendSearch search, List<TrendChange> found) {
        List<TrendChange> changes = new ArrayList<>(found);
        changes.sort(Comparator.comparingInt(TrendChange::at));
        double[] sizes = search.coefficients(changes);
        double least = search.criterion(changes);
        double slope = sizes[1];
        List<TurningPoint> points = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            TrendChange change = changes.get(i);
            List<TrendChange> others = new ArrayList<>(changes);
            others.remove(i);
            double evidence = search.criterion(others) - least;
            double size = sizes[2 + i];
            if (change.kind() == Kind.LEVEL) {
                points.add(new TurningPoint(TurningPoint.Kind.LEVEL, change.at(), size, slope, slope, evidence));
            } else if (change.kind() == Kind.DIRECTION) {
                points.add(
                        new TurningPoint(TurningPoint.Kind.DIRECTION, change.at(), 0, slope, slope + size, evidence));
                slope += size;
            }
        }
        return points;
    }
}
