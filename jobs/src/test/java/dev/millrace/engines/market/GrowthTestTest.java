package dev.millrace.engines.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** A year of daily counts; the market is steady unless a test says otherwise. */
class GrowthTestTest {

    private static final int DAYS = 364;
    private static final int WINDOW = 28;
    private static final GrowthTest TEST = new GrowthTest(WINDOW, true);
    private static final double[] STEADY = filled(1000);

    private static double[] filled(double value) {
        double[] values = new double[DAYS];
        Arrays.fill(values, value);
        return values;
    }

    private static double poisson(RandomGenerator chance, double mean) {
        return mean <= 0
                ? 0
                : new PoissonDistribution(
                                chance,
                                mean,
                                PoissonDistribution.DEFAULT_EPSILON,
                                PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                        .sample();
    }

    private static double[] counts(int seed, IntToDoubleFunction mean) {
        RandomGenerator chance = new Well19937c(seed);
        return IntStream.range(0, DAYS)
                .mapToDouble(day -> poisson(chance, mean.applyAsDouble(day)))
                .toArray();
    }

    /** The share of 400 series that differ by less than a probability of 0.05. */
    private static double found(IntFunction<double[]> series) {
        return found(series, STEADY);
    }

    private static double found(IntFunction<double[]> series, double... market) {
        return IntStream.range(0, 400)
                        .filter(seed -> TEST.of(series.apply(seed), market)
                                .map(signal -> signal.probability() < 0.05)
                                .orElse(false))
                        .count()
                / 400.0;
    }

    @Test
    void countsThatStayAsTheyAreSeldomSeemToChange() {
        double size = found(seed -> counts(seed, day -> 5));

        assertTrue(size <= 0.07, "found " + size);
    }

    @Test
    void weeksThatVaryMoreThanCountsAreNotTakenForGrowth() {
        double size = found(seed -> {
            RandomGenerator chance = new Well19937c(seed + 10_000);
            // Of a week's mean, the deviation is 60 %: sums of four weeks vary some twelve times as much as counts.
            double[] weeks = new GammaDistribution(chance, 2.8, 5 / 2.8).sample(DAYS / 7);
            return counts(seed, day -> weeks[day / 7]);
        });

        assertTrue(size <= 0.09, "found " + size);
    }

    @Test
    void whatDriftsAllTheTimeIsNotSaidToGrowWheneverItDoes() {
        double size = found(seed -> {
            RandomGenerator chance = new Well19937c(seed + 20_000);
            double[] walk = new double[DAYS];
            double level = Math.log(20);
            for (int day = 0; day < DAYS; day++) {
                level += 0.04 * chance.nextGaussian();
                walk[day] = Math.exp(level);
            }
            return counts(seed, day -> walk[day]);
        });

        assertTrue(size <= 0.09, "found " + size);
    }

    @Test
    void aJumpOfFourTenthsIsFound() {
        double power = found(seed -> counts(seed, day -> day >= DAYS - WINDOW ? 14 : 10));

        assertTrue(power >= 0.9, "found " + power);
    }

    @Test
    void growthWithinTheNewestWindowIsChangeAndNotSpread() {
        double power = found(seed -> counts(seed, day -> 10 + Math.max(0, day - (DAYS - WINDOW)) * 0.4));

        assertTrue(power >= 0.9, "found " + power);
    }

    @Test
    void growingAsTheMarketDoesIsNoGrowth() {
        double[] market = filled(1000);
        Arrays.fill(market, DAYS - WINDOW, DAYS, 1500);
        IntFunction<double[]> along = seed -> counts(seed, day -> day >= DAYS - WINDOW ? 15 : 10);

        double size = found(along, market);
        MarketSignal signal = TEST.of(along.apply(1), market).orElseThrow();

        assertTrue(size <= 0.07, "found " + size);
        assertTrue(found(along) > 0.95);
        assertEquals(1.5 * signal.before(), signal.expected(), 1e-9);
    }

    @Test
    void theIntervalHoldsTheChangeThatWasPlanted() {
        long held = IntStream.range(0, 400)
                .filter(seed -> {
                    MarketSignal signal = TEST.of(counts(seed, day -> day >= DAYS - WINDOW ? 9 : 6), STEADY)
                            .orElseThrow();
                    return signal.low() <= 1.5 && 1.5 <= signal.high();
                })
                .count();

        assertTrue(held >= 0.92 * 400, held + " of 400");
    }

    @Test
    void aSeriesWithoutAPastIsNotTested() {
        double[] young = Arrays.copyOfRange(counts(1, day -> 5), DAYS - 6 * WINDOW, DAYS);

        assertTrue(TEST.of(young, Arrays.copyOf(STEADY, young.length)).isEmpty());
        assertTrue(TEST.of(new double[DAYS], STEADY).isEmpty());
    }

    @Test
    void whatIsMeasuredAndNotCountedIsJudgedByItsOwnChangesAlone() {
        RandomGenerator chance = new Well19937c(7);
        double[] small = IntStream.range(0, DAYS)
                .mapToDouble(day -> (0.01 + 0.0005 * chance.nextGaussian()) * (day >= DAYS - WINDOW ? 1.2 : 1))
                .toArray();

        assertTrue(new GrowthTest(WINDOW, false).of(small, STEADY).orElseThrow().probability() < 0.001);
        assertTrue(TEST.of(small, STEADY).orElseThrow().probability() > 0.5);
    }
}
