package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrostonTest {

    private static final double NAN = Double.NaN;

    @Test
    void demandIsItsSmoothedSizeOverItsSmoothedInterval() {
        SeriesModel model = Croston.of(0.5).fit(0, 4, 0, 0, 8, 0);

        assertArrayEquals(new double[] {NAN, NAN, 2, 2, 2, 6 / 2.5}, model.fitted(), 1e-12);
        assertArrayEquals(new double[] {2.4, 2.4}, model.forecast(2).mean(), 1e-12);
        assertArrayEquals(new double[] {NAN, NAN}, model.forecast(2).deviation());
    }

    @Test
    void theCorrectionTakesHalfOfAlphaAway() {
        SeriesModel model = Sba.of(0.5).fit(0, 4, 0, 0, 8, 0);

        assertArrayEquals(new double[] {NAN, NAN, 1.5, 1.5, 1.5, 1.8}, model.fitted(), 1e-12);
        assertEquals(1.8, model.forecast(1).mean()[0], 1e-12);
    }

    @Test
    void withoutDemandNoneIsExpected() {
        for (SeriesMethod method : new SeriesMethod[] {Croston.of(0.1), Croston.optimised(), Sba.optimised()}) {
            SeriesModel model = method.fit(0, 0, -1);

            assertArrayEquals(new double[2], model.forecast(2).mean());
            assertArrayEquals(new double[3], model.fitted());
            assertTrue(model.description().endsWith("no demand"), model.description());
        }
    }

    @Test
    void aSingleDemandIsSpreadOverThePeriodsUntilIt() {
        assertEquals(3, Croston.optimised().fit(0, 0, 0, 12, 0, 0).forecast(1).mean()[0], 1e-12);
        assertEquals(7, Croston.of(0.1).fit(7).forecast(1).mean()[0], 1e-12);
    }

    @Test
    void sizesThatWanderGetALargerAlphaThanSizesThatDoNot() {
        Random chance = new Random(3);
        double[] level = {50};
        SeriesModel wandering =
                Croston.optimised().fit(SeriesOf.values(300, t -> t % 2 == 0 ? level[0] += chance.nextGaussian() : 0));
        SeriesModel steady =
                Croston.optimised().fit(SeriesOf.values(300, t -> t % 2 == 0 ? 50 + chance.nextGaussian() : 0));

        assertEquals(0.3, ((CrostonModel) wandering).sizeAlpha(), 1e-9, wandering.description());
        assertEquals(0.1, ((CrostonModel) steady).sizeAlpha(), 1e-9, steady.description());
    }

    @Test
    void anAlphaThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Croston.of(0));
        assertThrows(IllegalArgumentException.class, () -> Sba.of(1.1));
    }

    @Test
    void noValuesAreTooFew() {
        assertThrows(SeriesTooShortException.class, () -> Croston.of(0.1).fit());
        assertThrows(SeriesTooShortException.class, () -> Sba.of(0.1).fit());
    }
}
