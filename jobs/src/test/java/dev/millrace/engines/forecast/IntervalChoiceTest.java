package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalChoiceTest {

    private static final int STEPS = 10;

    /** Windows whose errors are drawn, beside a deviation that is claimed. */
    private static List<BacktestWindow> windows(int count, double claimed, Random chance, boolean heavy) {
        List<BacktestWindow> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] deviation = new double[STEPS];
            Arrays.fill(deviation, claimed);
            double[] actual = SeriesOf.values(STEPS, h -> {
                double error = chance.nextGaussian();
                return (h + 1) * (heavy ? error * error * error : error);
            });
            windows.add(
                    new BacktestWindow(new SeriesForecast(new double[STEPS], deviation), actual, new ErrorScale(1, 1)));
        }
        return windows;
    }

    @Test
    void conformalIntervalsCoverWhatTheySay() {
        ConformalIntervals rule =
                ConformalIntervals.of(windows(400, 1, new Random(1), true)).orElseThrow();
        int[] within = new int[2];
        List<BacktestWindow> later = windows(1000, 1, new Random(2), true);
        for (BacktestWindow window : later) {
            for (int h = 0; h < STEPS; h++) {
                within[0] += rule.at(0.8, window.forecast()).holds(window.actual()[h], h) ? 1 : 0;
                within[1] += rule.at(0.95, window.forecast()).holds(window.actual()[h], h) ? 1 : 0;
            }
        }

        assertEquals(0.8, within[0] / (1000.0 * STEPS), 0.02);
        assertEquals(0.95, within[1] / (1000.0 * STEPS), 0.015);
    }

    @Test
    void laterStepsAreWiderWhereTheirErrorsAre() {
        ConformalIntervals rule =
                ConformalIntervals.of(windows(100, 1, new Random(1), false)).orElseThrow();
        double[] high = rule.at(0.8, new SeriesForecast(new double[STEPS + 2], new double[STEPS + 2]))
                .high();

        assertEquals(10, high[9] / high[0], 3);
        assertEquals(high[9], high[11]);
    }

    @Test
    void tooFewErrorsSayNothing() {
        assertTrue(ConformalIntervals.of(windows(1, 1, new Random(1), false)).isEmpty());
        assertTrue(ConformalIntervals.of(List.of()).isEmpty());
    }

    @Test
    void aDeviationThatClaimsTooMuchGivesWayToConformal() {
        IntervalChoice choice = IntervalChoice.of(new Backtest("any", windows(20, 0.1, new Random(3), false)));

        assertEquals("conformal", choice.rule().name());
        assertEquals(0.8, choice.coverage80(), 0.05);
    }

    @Test
    void aDeviationThatIsRightStays() {
        List<BacktestWindow> right = new ArrayList<>();
        Random chance = new Random(4);
        for (int i = 0; i < 3; i++) {
            double[] ones = SeriesOf.values(40, h -> 1);
            double[] actual = SeriesOf.values(40, h -> chance.nextGaussian());
            right.add(new BacktestWindow(new SeriesForecast(new double[40], ones), actual, new ErrorScale(1, 1)));
        }
        IntervalChoice choice = IntervalChoice.of(new Backtest("any", right));

        assertEquals(0.8, choice.coverage80(), 0.08);
        assertEquals(0.95, choice.coverage95(), 0.04);
    }

    @Test
    void withoutADeviationConformalIsTaken() {
        assertEquals(
                "conformal",
                IntervalChoice.of(new Backtest("croston", windows(5, Double.NaN, new Random(5), false)))
                        .rule()
                        .name());
    }

    @Test
    void normalIntervalsAreTheKnownOnes() {
        PredictionInterval interval =
                new NormalIntervals().at(0.95, new SeriesForecast(new double[] {10}, new double[] {2}));

        assertEquals(10 - 1.959964 * 2, interval.low()[0], 1e-5);
        assertEquals(10 + 1.959964 * 2, interval.high()[0], 1e-5);
    }
}
