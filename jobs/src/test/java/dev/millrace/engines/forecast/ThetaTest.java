package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThetaTest {

    private static void finite(SeriesModel model) {
        SeriesForecast forecast = model.forecast(20);
        assertTrue(Arrays.stream(forecast.mean()).allMatch(Double::isFinite), model.description());
        assertTrue(Arrays.stream(forecast.deviation()).allMatch(Double::isFinite), model.description());
        assertTrue(Arrays.stream(model.fitted()).allMatch(Double::isFinite), model.description());
    }

    @Test
    void forecastsOfAFlatSeriesStayFlat() {
        SeriesModel model = new Theta(7).fit(SeriesOf.noisy(300, 1, t -> 20));

        assertArrayEquals(SeriesOf.values(20, h -> 20), model.forecast(20).mean(), 0.8);
        assertEquals(1, model.forecast(1).deviation()[0], 0.1);
    }

    @Test
    void aLineGoesOnAsALine() {
        SeriesModel model = new Theta(1).fit(SeriesOf.noisy(100, 0.5, t -> 5 + 2 * t));

        assertArrayEquals(
                SeriesOf.values(10, h -> 5 + 2 * (100 + h)), model.forecast(10).mean(), 2);
    }

    @Test
    void aSeasonIsTakenOutAndPutBack() {
        ThetaModel model = new Theta(7).model(SeriesOf.noisy(210, 1, t -> 50 * (1 + 0.5 * SeriesOf.week(t))));

        assertTrue(model.season().relative(), model.description());
        assertArrayEquals(
                SeriesOf.values(7, h -> 50 * (1 + 0.5 * SeriesOf.week(h))),
                model.forecast(7).mean(),
                2);
        assertTrue(model.forecast(7).deviation()[1] > model.forecast(7).deviation()[5] * 2);
    }

    @Test
    void aSeasonAroundZeroAdds() {
        ThetaModel model = new Theta(7).model(SeriesOf.noisy(210, 1, t -> 9 * SeriesOf.week(t)));

        assertTrue(model.season().present() && !model.season().relative(), model.description());
        assertArrayEquals(
                SeriesOf.values(7, h -> 9 * SeriesOf.week(h)), model.forecast(7).mean(), 1.5);
    }

    @Test
    void noiseHasNoSeason() {
        assertFalse(new Theta(7).model(SeriesOf.noisy(200, 1, t -> 20)).season().present());
    }

    @Test
    void deviationsGrowAsTheLevelTakesErrorsOver() {
        Random chance = new Random(4);
        double[] sum = new double[1];
        ThetaModel model = new Theta(1).model(SeriesOf.values(400, t -> 100 + (sum[0] += chance.nextGaussian())));
        double[] deviation = model.forecast(9).deviation();

        assertTrue(model.alpha() > 0.8, model.description());
        assertEquals(Math.sqrt(1 + 8 * model.alpha() * model.alpha()), deviation[8] / deviation[0], 1e-12);
    }

    @Test
    void whatCannotBeLearnedFromDoesNoHarm() {
        finite(new Theta(7).fit(new double[40]));
        finite(new Theta(7).fit(SeriesOf.values(40, t -> 3)));
        finite(new Theta(7).fit(SeriesOf.values(40, t -> -3)));
        finite(new Theta(7).fit(SeriesOf.values(40, t -> t == 39 ? 1 : 0)));
        finite(new Theta(1).fit(1, 2, 1, 5));
    }

    @Test
    void threeValuesAreTooFew() {
        assertThrows(SeriesTooShortException.class, () -> new Theta(1).fit(1, 2, 3));
    }
}
