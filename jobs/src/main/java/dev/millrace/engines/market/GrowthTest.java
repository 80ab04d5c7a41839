package dev.millrace.engines.market;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether a series' newest window differs from the one before by more than it usually does, once what the whole market did is allowed for.
 *
 * <p>Sums are compared after Anscombe's transformation, 2 √(x + 3/8), which makes the variance of Poisson counts 1 ("The
 * transformation of Poisson, binomial and negative-binomial data", Biometrika 35, 1948). How much a series usually changes from one window
 * to the next is told by its own earlier windows, so that one which drifts all the time is not said to grow whenever it does; what happens
 * within the newest window counts as change and not as spread. As few windows tell little, they are put together with a prior, as in
 * Smyth, "Linear models and empirical Bayes methods for assessing differential expression", Statistical Applications in Genetics and
 * Molecular Biology 3 (2004).
 *
 * @param window periods of a window
 * @param counted whether values are counts, which vary by no less than Poisson's
 */
record GrowthTest(int window, boolean counted) {

    private static final int LEAST_CHANGES = 5;
    private static final double ANSCOMBE = 3.0 / 8;
    /** Counts as if so many changes had been seen whose variance is twice that of Poisson. */
    private static final double PRIOR_CHANGES = 2;

    private static final double PRIOR_VARIANCE = 2;

    /** The sums of a series and of the market in a window. */
    private record Sums(double own, double market) {}

    /**
     * The difference.
     *
     * @param values one a period, oldest first
     * @param market what the whole market had in the same periods
     * @return growth or decline, however likely by chance; nothing where five earlier changes are not known, or nothing was there before
     */
    Optional<MarketSignal> of(double[] values, double... market) {
        int windows = values.length / window;
        if (windows < LEAST_CHANGES + 2) {
            return Optional.empty();
        }
        Sums[] sums = new Sums[windows];
        for (int k = 0; k < windows; k++) {
            sums[k] = sums(values, market, values.length - k * window);
        }
        double before = sums[1].own();
        double ratio = ratio(sums[0], sums[1]);
        if (!(before > 0) || !(ratio > 0) || sums[0].own() < 0) {
            return Optional.empty();
        }
        Usual usual = usual(sums);
        if (!(usual.variance() > 0)) {
            return Optional.empty();
        }
        double deviation = Math.sqrt(usual.variance() * (1 + ratio));
        double expected = before * ratio;
        double difference = root(sums[0].own()) - root(expected);
        TDistribution chance = new TDistribution(usual.freedom());
        double probability = 2 * chance.cumulativeProbability(-Math.abs(difference) / deviation);
        double reach = chance.inverseCumulativeProbability(0.975) * deviation;
        return Optional.of(new MarketSignal(
                difference >= 0 ? SignalKind.GROWTH : SignalKind.DECLINE,
                values.length - window,
                before,
                sums[0].own(),
                expected,
                changed(expected, difference - reach),
                changed(expected, difference + reach),
                Double.NaN,
                probability,
                Double.NaN));
    }

    private Sums sums(double[] values, double[] market, int end) {
        double own = 0;
        double whole = 0;
        for (int t = end - window; t < end; t++) {
            own += values[t];
            whole += market[t];
        }
        return new Sums(own, whole);
    }

    /** How much a series varies in units of what counts do, and by how many changes that is known. */
    private record Usual(double variance, double freedom) {}

    private Usual usual(Sums... sums) {
        double squares = 0;
        int changes = 0;
        for (int k = 1; k + 1 < sums.length; k++) {
            double ratio = ratio(sums[k], sums[k + 1]);
            if (ratio > 0) {
                double change = root(sums[k].own()) - root(sums[k + 1].own() * ratio);
                squares += change * change / (1 + ratio);
                changes++;
            }
        }
        return counted
                ? new Usual(
                        Math.max(1, (PRIOR_CHANGES * PRIOR_VARIANCE + squares) / (PRIOR_CHANGES + changes)),
                        PRIOR_CHANGES + changes)
                : new Usual(squares / changes, changes);
    }

    private static double ratio(Sums later, Sums earlier) {
        return later.market() / earlier.market();
    }

    private double root(double sum) {
        return 2 * Math.sqrt(Math.max(0, sum) + (counted ? ANSCOMBE : 0));
    }

    /** How many times what was expected is had after a difference of roots. */
    private double changed(double expected, double difference) {
        double root = Math.max(0, root(expected) + difference) / 2;
        return Math.max(0, root * root - (counted ? ANSCOMBE : 0)) / expected;
    }
}
