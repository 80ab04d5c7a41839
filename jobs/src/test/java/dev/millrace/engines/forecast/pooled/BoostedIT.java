package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.SeasonalNaive;
import dev.millrace.engines.forecast.pooled.Boosted.Strategy;
import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BoostedIT {

    private static final FeaturePlan FEATURES = new FeaturePlan(7, 28, true, PeriodCalendar.DAYS);
    private static final int STEPS = 14;

    /** Series with a week of their own, which noise hides from one season to the next. */
    private static List<PanelSeries> panel() {
        Random chance = new Random(1);
        List<PanelSeries> panel = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double[] values = new double[210];
            for (int t = 0; t < values.length; t++) {
                values[t] =
                        (20 + 5 * i) * (1 + 0.4 * Math.sin(2 * Math.PI * (t + i) / 7) + 0.2 * chance.nextGaussian());
            }
            panel.add(new PanelSeries("series " + i, List.of("kind " + i % 3), 18_000, values));
        }
        return panel;
    }

    private static Boosted boosted(SparkSession session, Strategy strategy, Objective objective) {
        return new Boosted(session, FEATURES, new BoostingPlan(objective, 40, 15, 0.1, 150, 20_000, 7), strategy);
    }

    private static double error(PanelMethod method) {
        return PanelBacktest.of(method, panel(), 1, STEPS, 7).error(ErrorMeasure.WAPE);
    }

    @Test
    void oneModelForAllBeatsTheLastSeason(SparkSession session) {
        double naive = error(new EachSeries(new SeasonalNaive(7), 1000));

        assertTrue(error(boosted(session, Strategy.DIRECT, Objective.SQUARES)) < 0.85 * naive);
        assertTrue(error(boosted(session, Strategy.RECURSIVE, Objective.SQUARES)) < 0.85 * naive);
        assertTrue(error(boosted(session, Strategy.DIRECT, Objective.TWEEDIE)) < 0.85 * naive);
    }

    @Test
    void theSameSeedMakesTheSameForecasts(SparkSession session) {
        Boosted boosted = boosted(session, Strategy.DIRECT, Objective.SQUARES);

        assertArrayEquals(boosted.forecast(panel(), STEPS)[3], boosted.forecast(panel(), STEPS)[3]);
    }

    @Test
    void aPanelTooShortToLearnFromIsRefused(SparkSession session) {
        List<PanelSeries> panel = List.of(new PanelSeries("a", List.of("kind"), 0, new double[20]));

        assertThrows(IllegalStateException.class, () -> boosted(session, Strategy.DIRECT, Objective.SQUARES)
                .forecast(panel, STEPS));
    }

    /**
     * Series that sell twice as much on days of promotion, which come by chance and are known in advance, less at a higher price, and
     * nothing on two holidays a month, of which the second is ahead.
     */
    private static List<PanelSeries> promoted(boolean told, Holidays holidays) {
        Random chance = new Random(2);
        List<PanelSeries> panel = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double[] values = new double[280];
            double[] promotion = new double[values.length];
            double[] price = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                promotion[t] = chance.nextDouble() < 0.15 ? 1 : 0;
                price[t] = t / 20 % 2 == 0 ? 1.0 : 1.3;
                values[t] =
                        (20 + 5 * i) * (1 + promotion[t]) * (1.5 - 0.5 * price[t]) * (0.9 + 0.2 * chance.nextDouble());
                values[t] = holidays.kind(18_000 + t) > 0 ? 0 : values[t];
            }
            panel.add(
                    told
                            ? new PanelSeries("series " + i, List.of("kind"), 18_000, values, promotion, price)
                            : new PanelSeries("series " + i, List.of("kind"), 18_000, values));
        }
        return panel;
    }

    private static double error(SparkSession session, List<PanelSeries> panel, Holidays holidays) {
        FeaturePlan features = new FeaturePlan(7, 28, true, PeriodCalendar.DAYS, holidays);
        BoostingPlan boosting = new BoostingPlan(Objective.SQUARES, 60, 15, 0.1, 230, 20_000, 7);
        return PanelBacktest.of(new Boosted(session, features, boosting, Strategy.DIRECT), panel, 1, STEPS, 7)
                .error(ErrorMeasure.WAPE);
    }

    @Test
    void promotionsPricesAndHolidaysThatAreKnownInAdvanceAreForecast(SparkSession session) {
        Map<LocalDate, String> days = new HashMap<>();
        for (int t = 10; t < 280; t += 17) {
            days.put(LocalDate.ofEpochDay(18_000 + t), "closed");
        }
        Holidays holidays = Holidays.of(days);
        double all = error(session, promoted(true, holidays), holidays);

        assertTrue(all < 0.09, "noise alone makes 0.05: " + all);
        assertTrue(error(session, promoted(false, holidays), holidays) > 2.5 * all, "without promotions and prices");
        assertTrue(error(session, promoted(true, holidays), Holidays.NONE) > 1.5 * all, "without holidays");
    }
}
