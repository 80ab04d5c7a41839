package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ErrorScale;
import dev.millrace.engines.forecast.Naive;
import dev.millrace.engines.forecast.SeasonalMean;
import dev.millrace.engines.forecast.SeasonalNaive;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayAheadTest {

    /** Hours of five days: those of the first day are 0, of the second 1, of the third 4, of the fourth 9, of the fifth 16. */
    private static final double[] SQUARES = IntStream.range(0, 5 * DayAhead.DAY)
            .map(hour -> hour / DayAhead.DAY)
            .mapToDouble(day -> Math.pow(day, 2))
            .toArray();

    private static double[] errors(DayAhead way, double[] counts, int last, int days) {
        List<BacktestWindow> windows = way.windows(counts, last, days, new ErrorScale(1, 1));
        return windows.stream()
                .mapToDouble(window -> ErrorMeasure.MASE.of(List.of(window)))
                .toArray();
    }

    @Test
    void eachDayIsForecastFromTheDaysBeforeIt() {
        DayAhead way = new DayAhead("the day before", new SeasonalNaive(DayAhead.DAY), 52, false);

        assertArrayEquals(new double[] {5, 7}, errors(way, SQUARES, 0, 2), 1e-12);
    }

    @Test
    void daysAtTheEndMayBeLeftOut() {
        DayAhead way = new DayAhead("the last hour", new Naive(), 1, false);

        assertArrayEquals(new double[] {3, 5}, errors(way, SQUARES, 1, 2), 1e-12);
    }

    @Test
    void theMeanOfLogarithmsIsTurnedBackIntoAGeometricMean() {
        double[] days = IntStream.range(0, 3 * DayAhead.DAY)
                .map(hour -> hour / DayAhead.DAY)
                .mapToDouble(day -> day == 0 ? 1 : 7)
                .toArray();
        DayAhead way = new DayAhead("two days before", new SeasonalMean(DayAhead.DAY, 2), 52, true);
        double[] longer = new double[4 * DayAhead.DAY];
        System.arraycopy(days, 0, longer, DayAhead.DAY, days.length);

        // Of 0, 1 and 7, the last two count: the root of 2 times 8, less 1, is 3.
        assertArrayEquals(new double[] {4}, errors(way, longer, 0, 1), 1e-12);
    }
}
