package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MstlTest {

    private static double month(int t) {
        return Math.cos(2 * Math.PI * t / 30);
    }

    @Test
    void twoSeasonsAndATrendAreToldApart() {
        double[] values = SeriesOf.noisy(360, 0.2, t -> 0.1 * t + 5 * SeriesOf.week(t) + 3 * month(t));
        MstlDecomposition parts = MstlDecomposition.of(values, List.of(30, 7));

        assertEquals(List.of(7, 30), parts.periods());
        assertArrayEquals(
                SeriesOf.values(360, t -> 5 * SeriesOf.week(t)), parts.seasons().get(0), 0.6);
        assertArrayEquals(
                SeriesOf.values(360, t -> 3 * month(t)), parts.seasons().get(1), 0.6);
        assertArrayEquals(SeriesOf.values(360, t -> 0.1 * t), parts.trend(), 0.6);
    }

    @Test
    void thePartsAddUpToTheSeries() {
        double[] values = SeriesOf.noisy(200, 2, t -> 10 * SeriesOf.week(t));
        MstlDecomposition parts = MstlDecomposition.of(values, List.of(7, 30));

        double[] sum = SeriesOf.values(200, t -> parts.trend()[t] + parts.season(t) + parts.remainder()[t]);
        assertArrayEquals(values, sum, 1e-9);
        assertArrayEquals(values, SeriesOf.values(200, t -> parts.adjusted()[t] + parts.season(t)), 1e-9);
    }

    @Test
    void trendAndSeasonsGoOn() {
        double[] values = SeriesOf.noisy(360, 0.2, t -> 0.1 * t + 5 * SeriesOf.week(t) + 3 * month(t));
        SeriesModel model = new Mstl(List.of(7, 30)).fit(values);
        SeriesForecast forecast = model.forecast(40);

        assertArrayEquals(
                SeriesOf.values(40, h -> 36 + 0.1 * h + 5 * SeriesOf.week(360 + h) + 3 * month(360 + h)),
                forecast.mean(),
                1.5);
        assertEquals(0.2, forecast.deviation()[0], 0.06);
        assertTrue(model.description().startsWith("seasons of 7, 30, ETS("), model.description());
    }

    @Test
    void aSeasonThatIsNotThereTwiceIsLeftOut() {
        double[] values = SeriesOf.noisy(60, 0.2, t -> 5 * SeriesOf.week(t));

        assertEquals(List.of(7), MstlDecomposition.of(values, List.of(7, 30)).periods());
    }

    @Test
    void withoutSeasonsTheSeriesIsItsTrend() {
        double[] values = SeriesOf.noisy(30, 1, t -> 5);

        assertArrayEquals(values, MstlDecomposition.of(values, List.of()).trend());
        assertArrayEquals(
                Ets.automatic(1).fit(values).forecast(5).mean(),
                new Mstl(List.of(20)).fit(values).forecast(5).mean());
    }

    @Test
    void aSeriesThatNeverChangesStaysAsItIs() {
        assertArrayEquals(
                new double[] {3, 3},
                new Mstl(List.of(7))
                        .fit(SeriesOf.values(40, t -> 3))
                        .forecast(2)
                        .mean(),
                1e-9);
    }

    @Test
    void aSeasonOfOneValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Mstl(List.of(1)));
        assertThrows(IllegalArgumentException.class, () -> MstlDecomposition.of(new double[9], List.of(0)));
    }
}
