package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PanelIntervalsTest {

    private static final int SERIES = 60;
    private static final int STEPS = 20;

    /** Errors that grow with the root of the forecast, as counts do, and from step to step. */
    private static List<BacktestWindow> window(Random chance) {
        List<BacktestWindow> window = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            double[] mean = new double[STEPS];
            double[] actual = new double[STEPS];
            for (int h = 0; h < STEPS; h++) {
                mean[h] = (i + 5) * (h % 7 == 0 ? 40 : 4);
                actual[h] = mean[h] + Math.sqrt(mean[h]) * (1 + 0.1 * h) * chance.nextGaussian();
            }
            window.add(BacktestWindow.of(mean, actual, new ErrorScale(i + 5, 1)));
        }
        return window;
    }

    private static PanelIntervals learned() {
        Random chance = new Random(1);
        return PanelIntervals.of(List.of(window(chance), window(chance), window(chance)));
    }

    @Test
    void outcomesLieWithinAsOftenAsIsSaid() {
        PanelIntervals intervals = learned();
        double within = 0;
        double calm = 0;
        List<BacktestWindow> later = window(new Random(2));
        for (int i = 0; i < SERIES; i++) {
            for (int h = 0; h < STEPS; h++) {
                boolean held = intervals
                        .at(0.8, i, later.get(i).forecast().mean())
                        .holds(later.get(i).actual()[h], h);
                within += held ? 1 : 0;
                calm += held && h % 7 == 0 ? 1 : 0;
            }
        }

        assertEquals(0.8, within / (SERIES * STEPS), 0.04);
        assertEquals(0.8, calm / (SERIES * 3), 0.1);
    }

    @Test
    void errorsThatGrowWithTheRootOfTheForecastAreFoundTo() {
        assertTrue(learned().toString().endsWith("0.5"), learned().toString());
    }

    @Test
    void laterStepsAreWider() {
        double[] same = new double[STEPS];
        java.util.Arrays.fill(same, 100);
        double[] high = learned().at(0.8, 3, same).high();

        assertEquals(2.5, (high[19] - 100) / (high[0] - 100), 0.5);
    }
}
