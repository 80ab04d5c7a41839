package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.inventory.ReplayCosts;
import dev.millrace.engines.inventory.ReplayItem;
import dev.millrace.engines.inventory.ServiceTarget;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Plans for Poisson demand with planted seasons. */
class ForecastPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final int TAKEOVER = 3 * 365;
    private static final int DAYS = 4 * 365;
    private static final double TARGET = 0.95;
    private static final StockTrial TRIAL = new StockTrial(
            IntStream.range(0, 30).mapToObj(ForecastPlanTest::planted).toList(),
            TAKEOVER,
            new StockTrial.Terms(3, new int[] {3, 4, 5}, 1),
            new ReplayCosts(0.01, 1, 0.1, 0));

    @Test
    void keepsTheFillRateThatItPromises() {
        AssortmentOutcome outcome = replay(TRIAL);

        assertEquals(TARGET, outcome.fillRate(outcome.all()), 0.01);
    }

    @Test
    void needsLessStockThanDaysOfCoverOfTheSameFillRate() {
        CoverCurve covers = CoverCurve.of(TRIAL, 28);
        List<Metric> metrics = new StockComparison(
                        replay(TRIAL), replay(TRIAL), covers, covers.outcomes().get(0), TARGET)
                .metrics(1);

        assertEquals("holding_saving", metrics.get(3).name());
        assertTrue(metrics.get(3).low().orElseThrow() > 0.05, metrics.toString());
    }

    @Test
    void knowsNothingOfDaysToCome() {
        int half = TAKEOVER + 180;
        List<double[]> changed = TRIAL.series().stream()
                .map(units -> IntStream.range(0, half)
                        .mapToDouble(t -> t < half - 1 ? units[t] : 1000)
                        .toArray())
                .toList();
        List<double[]> whole =
                TRIAL.series().stream().map(units -> Arrays.copyOf(units, half)).toList();

        AssortmentOutcome before = replay(new StockTrial(whole, TAKEOVER, TRIAL.terms(), new ReplayCosts(0, 1, 0, 0)));
        AssortmentOutcome after = replay(new StockTrial(changed, TAKEOVER, TRIAL.terms(), new ReplayCosts(0, 1, 0, 0)));

        assertEquals(before.cost(before.all()), after.cost(after.all()));
    }

    private static AssortmentOutcome replay(StockTrial trial) {
        return trial.replay(
                ReplayItem.Unmet.OWED,
                (item, before) -> new ForecastPlan(FIRST, before, 0.05, trial.terms(), ServiceTarget.fillRate(TARGET)));
    }

    private static double[] planted(int item) {
        Well19937c chance = new Well19937c(item);
        return IntStream.range(0, DAYS)
                .mapToDouble(t -> {
                    LocalDate day = FIRST.plusDays(t);
                    double season = (1 + 0.4 * Math.sin(day.getMonthValue() * Math.PI / 6))
                            * (day.getDayOfWeek().getValue() > 5 ? 1.5 : 0.8);
                    return new PoissonDistribution(
                                    chance,
                                    (20 + 3 * item) * season,
                                    PoissonDistribution.DEFAULT_EPSILON,
                                    PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                            .sample();
                })
                .toArray();
    }
}
