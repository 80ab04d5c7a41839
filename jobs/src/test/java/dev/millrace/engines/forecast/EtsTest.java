package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EtsTest {

    private static void finite(SeriesModel model) {
        SeriesForecast forecast = model.forecast(30);
        assertTrue(Arrays.stream(forecast.mean()).allMatch(Double::isFinite), model.description());
        assertTrue(
                Arrays.stream(forecast.deviation()).allMatch(d -> Double.isFinite(d) && d >= 0), model.description());
        assertTrue(Arrays.stream(model.fitted()).allMatch(Double::isFinite), model.description());
    }

    @Test
    void forecastsOfAFlatSeriesStayFlat() {
        double[] values = SeriesOf.noisy(200, 2, t -> 50);
        EtsModel model = Ets.automatic(7).fit(values);

        assertFalse(model.form().trending() || model.form().seasonal(), model.description());
        assertArrayEquals(SeriesOf.values(20, t -> 50), model.forecast(20).mean(), 0.5);
        assertEquals(2, model.forecast(1).deviation()[0], 0.2);
    }

    @Test
    void aConstantSeriesGoesOnWithoutDoubt() {
        SeriesModel model = Ets.automatic(7).fit(SeriesOf.values(30, t -> 4));

        assertArrayEquals(new double[] {4, 4}, model.forecast(2).mean());
        assertArrayEquals(new double[] {0, 0}, model.forecast(2).deviation());
    }

    @Test
    void nothingButZerosGoesOnAsZeros() {
        assertArrayEquals(
                new double[3], Ets.of("MAM", 7).fit(new double[30]).forecast(3).mean());
    }

    @Test
    void aLineWithoutNoiseGoesOnAsALine() {
        SeriesModel model = Ets.automatic(1).fit(SeriesOf.values(40, t -> 10 + 3 * t));

        finite(model);
        assertArrayEquals(
                SeriesOf.values(5, h -> 10 + 3 * (40 + h)), model.forecast(5).mean(), 0.01);
    }

    @Test
    void aSeasonThatGrowsWithTheLevelIsMultiplied() {
        double[] values = SeriesOf.noisy(280, 0.03, t -> Math.log((50 + 0.5 * t) * (1 + 0.4 * SeriesOf.week(t))));
        EtsModel model =
                Ets.automatic(7).fit(Arrays.stream(values).map(Math::exp).toArray());

        assertEquals(EtsForm.Season.MULTIPLICATIVE, model.form().season(), model.description());
        for (int h = 0; h < 14; h++) {
            double truth = (50 + 0.5 * (280 + h)) * (1 + 0.4 * SeriesOf.week(280 + h));
            assertEquals(1, model.forecast(14).mean()[h] / truth, 0.05);
        }
    }

    @Test
    void aSlopeThatFadesIsDamped() {
        double[] values = SeriesOf.noisy(100, 1, t -> 200 * (1 - Math.pow(0.93, t)));
        EtsModel model = Ets.automatic(1).fit(values);

        assertTrue(model.form().damped(), model.description());
        assertEquals(200, model.forecast(50).mean()[49], 3);
    }

    @Test
    void valuesBelowZeroAreTakenAsTheyAre() {
        double[] values = SeriesOf.noisy(90, 3, t -> 8 * SeriesOf.week(t));
        EtsModel chosen = Ets.automatic(7).fit(values);

        assertEquals("ANA", chosen.form().letters());
        finite(chosen);
        assertEquals("AAdA", Ets.of("MAdM", 7).fit(values).form().letters());
    }

    @Test
    void aLongSeasonIsFittedAsWell() {
        double[] values = SeriesOf.noisy(168 * 5, 1, t -> 100 + 20 * Math.sin(2 * Math.PI * t / 168));
        SeriesModel model = Ets.of("ANA", 168).fit(values);

        finite(model);
        double[] truth = SeriesOf.values(168, h -> 100 + 20 * Math.sin(2 * Math.PI * h / 168));
        assertArrayEquals(truth, model.forecast(168).mean(), 2.5);
    }

    @Test
    void fewValuesGetAFormOfFewParameters() {
        EtsModel model = Ets.automatic(7).fit(3, 5, 4, 6, 2, 4);

        assertFalse(model.form().trending() || model.form().seasonal());
        finite(model);
    }

    @Test
    void lessThanTwoSeasonsAreEnoughForASeasonalForm() {
        double[] values = SeriesOf.noisy(20, 1, t -> 50 + 20 * Math.sin(Math.PI * t / 6));

        finite(Ets.of("ANA", 12).fit(values));
        finite(Ets.of("MNM", 12).fit(values));
        finite(Ets.automatic(12).fit(values));
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThrows(SeriesTooShortException.class, () -> Ets.automatic(1).fit(3, 5, 4, 6));
        assertEquals(
                "ets needs 15 values, the series has 10",
                assertThrows(SeriesTooShortException.class, () -> Ets.of("AAdA", 7)
                                .fit(new double[10]))
                        .getMessage());
    }

    @Test
    void wildValuesDoNoHarm() {
        double[] values = SeriesOf.noisy(60, 1, t -> 10);
        values[30] = 1e9;
        values[45] = 1e-9;
        finite(Ets.automatic(7).fit(values));
        finite(Ets.of("MAdM", 7).fit(values));
        finite(Ets.automatic(7).fit(SeriesOf.values(60, t -> t == 59 ? 1 : 0)));
    }

    @Test
    void everyFormSurvivesHeavyNoise() {
        double[] values =
                Arrays.stream(SeriesOf.noisy(150, 1.5, t -> 1)).map(Math::exp).toArray();
        for (EtsForm form : EtsObjectiveTest.forms()) {
            finite(Ets.of(form.letters(), 4).fit(values));
        }
    }

    @Test
    void theSameSeriesGetsTheSameModelToTheLastBit() {
        double[] values = SeriesOf.noisy(120, 5, t -> 60 + 10 * SeriesOf.week(t));

        assertArrayEquals(
                Ets.automatic(7).fit(values).forecast(9).mean(),
                Ets.automatic(7).fit(values).forecast(9).mean());
    }

    @Test
    void theUnitOfTheSeriesDoesNotMatter() {
        double[] values = SeriesOf.noisy(120, 5, t -> 60 + 10 * SeriesOf.week(t));
        EtsModel model = Ets.automatic(7).fit(values);
        EtsModel thousands =
                Ets.automatic(7).fit(Arrays.stream(values).map(v -> v * 1000).toArray());

        assertEquals(model.form(), thousands.form());
        assertEquals(model.forecast(1).mean()[0] * 1000, thousands.forecast(1).mean()[0], 1);
        assertEquals(
                model.forecast(1).deviation()[0] * 1000, thousands.forecast(1).deviation()[0], 1);
    }

    @Test
    void theDescriptionTellsFormAndParameters() {
        assertTrue(Ets.of("AAdN", 1)
                .fit(SeriesOf.noisy(60, 1, t -> t))
                .description()
                .matches("ETS\\(A,Ad,N\\) alpha 0\\.\\d+ beta 0\\.\\d+ phi 0\\.\\d+ AICc -?\\d+\\.\\d+"));
    }
}
