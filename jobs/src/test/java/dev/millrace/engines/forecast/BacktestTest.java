package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final BacktestPlan PLAN = new BacktestPlan(3, 4, 2, 1);

    @Test
    void theNewestWindowEndsWithTheSeries() {
        assertEquals(List.of(12, 14, 16), PLAN.origins(20));
        assertEquals(List.of(4, 5), new BacktestPlan(3, 4, 1, 1).origins(9));
        assertEquals(List.of(), PLAN.origins(7));
    }

    @Test
    void anOriginSeesNothingOfWhatFollows() {
        Backtest backtest =
                Backtest.of(new Naive(), PLAN, SeriesOf.values(20, t -> t)).orElseThrow();

        assertArrayEquals(
                new double[] {11, 11, 11, 11},
                backtest.windows().get(0).forecast().mean());
        assertArrayEquals(
                new double[] {12, 13, 14, 15}, backtest.windows().get(0).actual());
    }

    @Test
    void errorsAreThoseOfTheirFormulas() {
        Backtest backtest =
                Backtest.of(new Naive(), PLAN, SeriesOf.values(20, t -> t)).orElseThrow();

        assertEquals(2.5, backtest.error(ErrorMeasure.MASE), 1e-12);
        assertEquals(Math.sqrt(7.5), backtest.error(ErrorMeasure.RMSSE), 1e-12);
        assertEquals(30.0 / (54 + 62 + 70), backtest.error(ErrorMeasure.WAPE), 1e-12);
    }

    @Test
    void errorsAreScaledBySeasonsBeforeTheOrigin() {
        ErrorScale scale = ErrorScale.of(new double[] {1, 5, 2, 8, 1000, 1000}, 4, 2);

        assertEquals(2, scale.absolute());
        assertEquals(5, scale.squared());
    }

    @Test
    void anErrorWhereNothingEverChangedIsInfinite() {
        double[] step = SeriesOf.values(20, t -> t < 19 ? 3 : 4);

        assertEquals(
                Double.POSITIVE_INFINITY,
                Backtest.of(new Naive(), PLAN, step).orElseThrow().error(ErrorMeasure.MASE));
        assertEquals(
                0,
                Backtest.of(new Naive(), PLAN, SeriesOf.values(20, t -> 3))
                        .orElseThrow()
                        .error(ErrorMeasure.MASE));
    }

    @Test
    void aMethodThatNeedsMoreValuesIsNotTried() {
        assertTrue(Backtest.of(new SeasonalNaive(12), PLAN, SeriesOf.values(20, t -> t))
                .isEmpty());
        assertTrue(Backtest.of(new Naive(), PLAN, 1, 2, 3).isEmpty());
    }

    @Test
    void aPlanWithoutWindowsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BacktestPlan(0, 1, 1, 1));
    }
}
