package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TsbTest {

    private static final double NAN = Double.NaN;

    @Test
    void demandIsItsSmoothedSizeTimesItsSmoothedProbability() {
        SeriesModel model = Tsb.of(0.5, 0.2).fit(0, 4, 0, 8, 0);

        assertArrayEquals(new double[] {NAN, NAN, 0.2 * 4, 0.16 * 4, 0.328 * 6}, model.fitted(), 1e-12);
        assertEquals(0.2624 * 6, model.forecast(1).mean()[0], 1e-12);
    }

    @Test
    void whereDemandHasEndedTheForecastFades() {
        double[] values = SeriesOf.values(200, t -> t < 150 && t % 3 == 0 ? 5 : 0);

        assertTrue(Tsb.of(0.1, 0.1).fit(values).forecast(1).mean()[0] < 0.02);
        assertTrue(Croston.of(0.1).fit(values).forecast(1).mean()[0] > 1.6);
    }

    @Test
    void optimisedParametersHaveNoLargerErrorsThanAnyOfAGrid() {
        Random chance = new Random(5);
        double[] values = SeriesOf.values(400, t -> chance.nextDouble() < 0.2 + 0.001 * t ? 3 + chance.nextInt(9) : 0);
        double least = squares(Tsb.optimised(), values);

        for (double size = 0.01; size < 0.301; size += 0.01) {
            for (double probability = 0.01; probability < 0.301; probability += 0.01) {
                double squares = squares(Tsb.of(size, probability), values);
                assertTrue(least < squares + 1e-6, least + " > " + squares + " at " + size + ", " + probability);
            }
        }
    }

    private static double squares(SeriesMethod method, double... values) {
        double[] fitted = method.fit(values).fitted();
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += Double.isNaN(fitted[t]) ? 0 : (values[t] - fitted[t]) * (values[t] - fitted[t]);
        }
        return sum;
    }

    @Test
    void withoutDemandNoneIsExpected() {
        for (Tsb method : new Tsb[] {Tsb.of(0.1, 0.1), Tsb.optimised()}) {
            SeriesModel model = method.fit(0, 0, -1);

            assertArrayEquals(new double[2], model.forecast(2).mean());
            assertEquals("TSB, no demand", model.description());
        }
    }

    @Test
    void aSingleDemandCountsAsLongAsItIsRemembered() {
        assertEquals(
                12 * 0.1 * 0.9, Tsb.of(0.1, 0.1).fit(0, 0, 12, 0).forecast(1).mean()[0], 1e-12);
        assertEquals(12, Tsb.optimised().fit(12).forecast(1).mean()[0], 1e-12);
    }

    @Test
    void anAlphaThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tsb.of(0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> Tsb.of(2, 0.1));
    }

    @Test
    void noValuesAreTooFew() {
        assertThrows(SeriesTooShortException.class, () -> Tsb.optimised().fit());
    }
}
