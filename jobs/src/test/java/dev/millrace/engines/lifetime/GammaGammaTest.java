package dev.millrace.engines.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    /** The estimates of Fader and Hardie (2013) for CDNOW. */
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    @Test
    void theMeanOfAllIsThePublishedOne() {
        assertEquals(35.2, CDNOW.expectedValue(), 0.1);
    }

    @Test
    void theMoreIsKnownTheNearerIsTheExpectationToWhatWasSpent() {
        assertEquals(CDNOW.p() * (15.44 + 80) / (CDNOW.p() + CDNOW.q() - 1), CDNOW.expectedValue(1, 80), 1e-12);
        assertEquals(80, CDNOW.expectedValue(10_000, 80), 0.01);
    }

    @Test
    void plantedParametersAreFound() {
        JDKRandomGenerator chance = new JDKRandomGenerator(3);
        int many = 40_000;
        SpendHistories spend =
                new SpendHistories(new double[many], new double[many], new double[many], new double[many]);
        GammaDistribution rates = new GammaDistribution(chance, 3.74, 1 / 15.44);
        for (int i = 0; i < many; i++) {
            int purchases = 1 + i % 6;
            double mean = new GammaDistribution(chance, 6.25 * purchases, 1 / (rates.sample() * purchases)).sample();
            spend.purchases()[i] = purchases;
            spend.mean()[i] = mean;
            spend.meanLog()[i] = Math.log(mean);
            spend.customers()[i] = 1;
        }
        GammaGammaFit fit = GammaGammaFit.of(spend);

        assertEquals(6.25, fit.model().p(), 4 * fit.standardError(0));
        assertEquals(3.74, fit.model().q(), 4 * fit.standardError(1));
        assertEquals(15.44, fit.model().gamma(), 4 * fit.standardError(2));
        assertEquals(6.25, fit.model().p(), 0.5);
    }

    @Test
    void equalCustomersSayTooLittle() {
        SpendHistories same = new SpendHistories(
                new double[] {1}, new double[] {10}, new double[] {Math.log(10)}, new double[] {500});

        assertThrows(NotConvergedException.class, () -> GammaGammaFit.of(same));
    }
}
