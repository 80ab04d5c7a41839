package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodChoiceTest {

    private static final BacktestPlan PLAN = new BacktestPlan(4, 7, 7, 7);
    private static final List<SeriesMethod> METHODS =
            List.of(new Mean(), new Naive(), new Drift(), new SeasonalNaive(7));

    private static MethodChoice choice(double... values) {
        return MethodChoice.of(METHODS, PLAN, ErrorMeasure.MASE, values).orElseThrow();
    }

    @Test
    void aLineIsDrawnOnAndASeasonRepeated() {
        assertEquals("drift", choice(SeriesOf.values(60, t -> 3 * t)).method().name());
        assertEquals(
                "seasonal_naive",
                choice(SeriesOf.values(60, t -> 10 * SeriesOf.week(t))).method().name());
    }

    @Test
    void methodsThatErrInOppositeWaysAreTakenTogether() {
        MethodChoice choice = choice(SeriesOf.noisy(140, 3, t -> 50 + 2 * SeriesOf.week(t)));

        assertTrue(choice.method() instanceof Combination, choice.method().name());
        assertTrue(choice.backtest().error(ErrorMeasure.MASE)
                < choice.tried().get(0).error(ErrorMeasure.MASE));
    }

    @Test
    void singleMethodsAreRanked() {
        List<Backtest> tried = choice(SeriesOf.values(60, t -> 3 * t)).tried();

        assertEquals(4, tried.size());
        for (int i = 1; i < tried.size(); i++) {
            assertTrue(tried.get(i - 1).error(ErrorMeasure.MASE) <= tried.get(i).error(ErrorMeasure.MASE));
        }
    }

    @Test
    void whatWasChosenForecastsAsItDidInTheBacktest() {
        double[] values = SeriesOf.noisy(140, 3, t -> 50 + 2 * SeriesOf.week(t));
        MethodChoice choice = choice(values);
        double[] before = java.util.Arrays.copyOf(values, 133);

        assertArrayEquals(
                choice.backtest().windows().get(3).forecast().mean(),
                choice.method().fit(before).forecast(7).mean(),
                1e-9);
    }

    @Test
    void weightsAreShares() {
        assertEquals(List.of(0.5, 0.5), Weighting.mean(2).weights());
        assertEquals(List.of(2.0 / 3, 1.0 / 3), Weighting.inverse(1, 2).weights());
        assertEquals(List.of(1.0, 0.0), Weighting.inverse(0, 2).weights());
    }

    @Test
    void theMedianIsWhatHalfOfTheMethodsExceed() {
        List<SeriesForecast> three = List.of(one(1), one(2), one(9));

        assertEquals(2, Weighting.median(3).join(three).mean()[0]);
        assertEquals(1.5, Weighting.median(2).join(three.subList(0, 2)).mean()[0]);
        assertEquals(4, Weighting.mean(3).join(three).mean()[0]);
    }

    private static SeriesForecast one(double value) {
        return new SeriesForecast(new double[] {value}, new double[] {1});
    }
}
