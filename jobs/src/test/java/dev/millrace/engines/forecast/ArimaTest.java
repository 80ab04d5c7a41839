package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArimaTest {

    private static void finite(SeriesModel model) {
        SeriesForecast forecast = model.forecast(20);
        assertTrue(Arrays.stream(forecast.mean()).allMatch(Double::isFinite), model.description());
        assertTrue(Arrays.stream(forecast.deviation()).allMatch(Double::isFinite), model.description());
    }

    /** y(t) = 10 + 0.8 (y(t-1) - 10) + noise of deviation 1. */
    private static double[] autoregressive(int length) {
        Random chance = new Random(1);
        double[] before = {0};
        return SeriesOf.values(length, t -> 10 + (before[0] = 0.8 * before[0] + chance.nextGaussian()));
    }

    @Test
    void anAutoregressionIsFoundAndGoesBackToItsMean() {
        ArimaModel model = Arima.automatic(1).model(autoregressive(500));
        double last = autoregressive(500)[499] - 10;

        assertEquals(ArimaOrder.of(1, 0, 0).withConstant(true), model.order());
        assertEquals(1, model.variance(), 0.1);
        assertArrayEquals(
                SeriesOf.values(30, h -> 10 + last * Math.pow(0.8, h + 1)),
                model.forecast(30).mean(),
                0.6);
    }

    @Test
    void deviationsGrowToThatOfTheSeries() {
        double[] deviation = Arima.of(ArimaOrder.of(1, 0, 0).withConstant(true))
                .fit(autoregressive(2000))
                .forecast(60)
                .deviation();

        assertEquals(1, deviation[0], 0.05);
        assertEquals(1 / Math.sqrt(1 - 0.64), deviation[59], 0.15);
    }

    @Test
    void aWalkIsExpectedToStayWithDeviationsLikeTheRootOfTime() {
        Random chance = new Random(2);
        double[] sum = {0};
        double[] values = SeriesOf.values(300, t -> sum[0] += chance.nextGaussian());
        ArimaModel model = Arima.of(ArimaOrder.of(0, 1, 0)).model(values);

        assertEquals(values[299], model.forecast(9).mean()[8]);
        assertEquals(3, model.forecast(9).deviation()[8] / model.forecast(1).deviation()[0], 1e-9);
        assertEquals(values[100], model.fitted()[101], 1e-9);
        assertTrue(Double.isNaN(model.fitted()[0]));
    }

    @Test
    void aDriftGoesOn() {
        SeriesModel model = Arima.automatic(1).fit(SeriesOf.noisy(100, 0.5, t -> 5 + 2 * t));

        assertArrayEquals(
                SeriesOf.values(10, h -> 5 + 2 * (100 + h)), model.forecast(10).mean(), 1);
    }

    @Test
    void aSeasonGoesOn() {
        ArimaModel model = Arima.automatic(7).model(SeriesOf.noisy(140, 0.3, t -> 50 + 5 * SeriesOf.week(t)));

        assertEquals(1, model.order().seasonalDifferences(), model.description());
        assertArrayEquals(
                SeriesOf.values(14, h -> 50 + 5 * SeriesOf.week(h)),
                model.forecast(14).mean(),
                0.6);
    }

    @Test
    void fittedValuesAreThoseOfOneStepBefore() {
        double[] values = SeriesOf.noisy(90, 1, t -> 20 + 0.1 * t);
        ArimaModel model = Arima.of(ArimaOrder.of(1, 1, 1)).model(values);
        double squares = 0;
        for (int t = 1; t < values.length; t++) {
            squares += (values[t] - model.fitted()[t]) * (values[t] - model.fitted()[t]);
        }

        assertEquals(model.variance(), squares / (89 - 2), 0.1 * model.variance());
    }

    @Test
    void whatCannotBeLearnedFromDoesNoHarm() {
        finite(Arima.automatic(7).fit(new double[40]));
        finite(Arima.automatic(7).fit(SeriesOf.values(40, t -> -3)));
        finite(Arima.automatic(7).fit(SeriesOf.values(40, t -> 2 * t)));
        finite(Arima.automatic(7).fit(SeriesOf.values(40, SeriesOf::week)));
        finite(Arima.automatic(12).fit(SeriesOf.values(40, t -> t == 39 ? 1 : 0)));
        finite(Arima.automatic(12).fit(1, 2, 1));
        finite(Arima.of(ArimaOrder.of(2, 0, 2).withConstant(true)).fit(SeriesOf.values(40, t -> 5)));
        finite(Arima.of(ArimaOrder.of(2, 1, 2)).fit(SeriesOf.values(40, t -> 1e9 + 1e-3 * (t % 5))));
    }

    @Test
    void aSeriesThatNeverChangesStaysAsItIs() {
        assertArrayEquals(
                new double[] {4, 4},
                Arima.automatic(7).fit(SeriesOf.values(30, t -> 4)).forecast(2).mean(),
                1e-12);
    }

    @Test
    void tooFewValuesAreSaid() {
        assertThrows(SeriesTooShortException.class, () -> Arima.automatic(1).fit(1, 2));
        assertThrows(
                SeriesTooShortException.class,
                () -> Arima.of(ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12)).fit(new double[16]));
    }

    @Test
    void ordersThatThereAreNotAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ArimaOrder.of(-1, 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> ArimaOrder.of(1, 0, 0).seasonal(1, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Arima.automatic(0));
    }
}
