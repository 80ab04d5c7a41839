package dev.millrace.engines.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;

class BgNbdTest {

    /** The estimates of Fader, Hardie and Lee (2005), table 2, weeks. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @Test
    void hypergeometricValuesAreThoseOfTables() {
        assertEquals(Math.log(2) * 2, Hypergeometric.of(1, 1, 2, 0.5), 1e-12);
        assertEquals(Math.PI / 3, 2 * 0.5 * Hypergeometric.of(0.5, 0.5, 1.5, 0.25), 1e-12);
        assertEquals(Math.pow(0.1, -3), Hypergeometric.of(3, 2.5, 2.5, 0.9), 1e-8);
    }

    /** "Implementing the BG/NBD Model in Excel" (Fader, Hardie, Lee 2005) has 1.226 for x = 2, 30.43, 38.86, 39 weeks. */
    @Test
    void expectedPurchasesOfTheKnownCustomerAreThePublishedOnes() {
        assertEquals(1.226, CDNOW.expectedPurchases(39, 2, 30.43, 38.86), 5e-4);
    }

    /** The formula as it is printed, where nothing overflows. */
    @Test
    void theTransformedFormulaIsThePrintedOne() {
        double r = CDNOW.r();
        double a = CDNOW.a();
        double b = CDNOW.b();
        for (double x : new double[] {0, 1, 5, 20}) {
            double z = 39 / (CDNOW.alpha() + 30 + 39);
            double printed = (a + b + x - 1)
                    / (a - 1)
                    * (1 - Math.pow(1 - z, r + x) * Hypergeometric.of(r + x, b + x, a + b + x - 1, z));
            assertEquals(printed, CDNOW.expectedWhileAlive(x, 30, 39), 1e-9);
        }
    }

    @Test
    void nothingOverflowsForACustomerWhoBuysEveryDayForTenYears() {
        double expected = CDNOW.expectedPurchases(52, 3650, 521.3, 521.4);

        assertTrue(expected > 300 && expected < 3650 / 10.0, "" + expected);
        assertTrue(Double.isFinite(CDNOW.logLikelihood(3650, 521.3, 521.4)));
        assertTrue(CDNOW.probabilityAlive(3650, 100, 521.4) < 1e-12);
    }

    @Test
    void expectationIsSmoothWhereItsFormulaHasAPole() {
        double before = new BgNbd(0.5, 5, 1 - 1e-3, 2).expectedPurchases(39, 2, 20, 30);
        double at = new BgNbd(0.5, 5, 1, 2).expectedPurchases(39, 2, 20, 30);
        double after = new BgNbd(0.5, 5, 1 + 1e-3, 2).expectedPurchases(39, 2, 20, 30);

        assertEquals((before + after) / 2, at, 1e-5);
        assertTrue(Double.isFinite(new BgNbd(0.5, 5, 0.4, 0.6).expectedPurchases(39)));
    }

    @Test
    void theLongerAgoTheLastPurchaseTheLessAliveIsACustomer() {
        RandomGenerator chance = new java.util.Random(7);
        for (int round = 0; round < 500; round++) {
            BgNbd model = new BgNbd(
                    0.1 + chance.nextDouble() * 3,
                    0.5 + chance.nextDouble() * 30,
                    0.1 + chance.nextDouble() * 3,
                    0.1 + chance.nextDouble() * 5);
            double age = 1 + chance.nextDouble() * 200;
            int x = 1 + chance.nextInt(60);
            double before = 0;
            for (double recency = 0; recency <= age; recency += age / 20) {
                double alive = model.probabilityAlive(x, recency, age);
                assertTrue(alive >= before && alive <= 1, model + " at " + recency + " of " + age);
                before = alive;
            }
        }
        assertEquals(1, CDNOW.probabilityAlive(0, 0, 38));
    }

    @Test
    void probabilitiesOfNumbersAddUpToOneAndToTheExpectation() {
        PurchaseDistribution numbers = new PurchaseDistribution(CDNOW, 39);
        double all = 0;
        double mean = 0;
        for (int n = 0; n < 2_000; n++) {
            all += numbers.probability();
            mean += n * numbers.probability();
            numbers.next();
        }
        assertEquals(1, all, 1e-9);
        assertEquals(CDNOW.expectedPurchases(39), mean, 1e-6);
    }

    @Test
    void whatIsExpectedOfACustomerIsWhatManySuchCustomersDo() {
        int many = 400_000;
        int x = 2;
        double age = 38.86;
        double sum = 0;
        int alive = 0;
        int atMostTwo = 0;
        JDKRandomGenerator chance = new JDKRandomGenerator(42);
        GammaDistribution rates = new GammaDistribution(chance, CDNOW.r() + x, 1 / (CDNOW.alpha() + age));
        BetaDistribution stops = new BetaDistribution(chance, CDNOW.a(), CDNOW.b() + x);
        double probabilityAlive = CDNOW.probabilityAlive(x, 30.43, age);
        for (int customer = 0; customer < many; customer++) {
            int bought = 0;
            if (chance.nextDouble() < probabilityAlive) {
                alive++;
                bought = bought(rates.sample(), stops.sample(), 39, chance);
            }
            sum += bought;
            atMostTwo += bought <= 2 ? 1 : 0;
        }
        assertEquals(probabilityAlive, alive / (double) many, 0.003);
        assertEquals(CDNOW.expectedPurchases(39, x, 30.43, age), sum / many, 0.015);
        double shareOfTwo = atMostTwo / (double) many;
        assertEquals(2, CDNOW.purchaseQuantile(shareOfTwo - 0.005, 39, x, 30.43, age));
        assertEquals(3, CDNOW.purchaseQuantile(shareOfTwo + 0.005, 39, x, 30.43, age));
    }

    private static int bought(double rate, double stop, double time, JDKRandomGenerator chance) {
        int bought = 0;
        double now = -Math.log(1 - chance.nextDouble()) / rate;
        while (now < time) {
            bought++;
            if (chance.nextDouble() < stop) {
                return bought;
            }
            now += -Math.log(1 - chance.nextDouble()) / rate;
        }
        return bought;
    }

    @Test
    void discountingTakesOffNothingAtZeroAndLessThanTheRateWithinAYear() {
        BgNbdFit fit = new BgNbdFit(CDNOW, 0, new double[4][4], 1);
        double plain = new PurchaseForecast(fit, new Horizon(365, 0)).discountedPurchases(3, 200, 270);
        double now = new PurchaseForecast(fit, new Horizon(365, 0.1)).discountedPurchases(3, 200, 270);
        double byDay = 0;
        double before = 0;
        for (int day = 1; day <= 365; day++) {
            double until = CDNOW.expectedPurchases(day / 7.0, 3, 200 / 7.0, 270 / 7.0);
            byDay += (until - before) / Math.pow(1.1, (day - 0.5) / 365);
            before = until;
        }

        assertEquals(CDNOW.expectedPurchases(365 / 7.0, 3, 200 / 7.0, 270 / 7.0), plain, 1e-12);
        assertEquals(byDay, now, 1e-5);
        assertTrue(now > plain / 1.1 && now < plain);
    }

    @Test
    void parametersArePositive() {
        assertThrows(IllegalArgumentException.class, () -> new BgNbd(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new BgNbd(1, 1, Double.NaN, 1));
    }
}
