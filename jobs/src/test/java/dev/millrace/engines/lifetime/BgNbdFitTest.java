package dev.millrace.engines.lifetime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;

class BgNbdFitTest {

    private static final BgNbd PLANTED = new BgNbd(0.6, 6, 0.8, 2.5);

    private static PurchaseHistories simulated(int customers, long seed) {
        JDKRandomGenerator chance = new JDKRandomGenerator((int) seed);
        GammaDistribution rates = new GammaDistribution(chance, PLANTED.r(), 1 / PLANTED.alpha());
        BetaDistribution stops = new BetaDistribution(chance, PLANTED.a(), PLANTED.b());
        PurchaseHistories histories = new PurchaseHistories(
                new double[customers], new double[customers], new double[customers], new double[customers]);
        for (int i = 0; i < customers; i++) {
            double age = 26 + chance.nextInt(27);
            double rate = rates.sample();
            double stop = stops.sample();
            double now = -Math.log(1 - chance.nextDouble()) / rate;
            while (now < age) {
                histories.x()[i]++;
                histories.recency()[i] = now;
                now = chance.nextDouble() < stop ? age : now - Math.log(1 - chance.nextDouble()) / rate;
            }
            histories.age()[i] = age;
            histories.customers()[i] = 1;
        }
        return histories;
    }

    @Test
    void plantedParametersAreFoundWithinTheirErrors() {
        BgNbdFit fit = BgNbdFit.of(simulated(20_000, 11));

        assertEquals(PLANTED.r(), fit.model().r(), 4 * fit.standardError(0));
        assertEquals(PLANTED.alpha(), fit.model().alpha(), 4 * fit.standardError(1));
        assertEquals(PLANTED.a(), fit.model().a(), 4 * fit.standardError(2));
        assertEquals(PLANTED.b(), fit.model().b(), 4 * fit.standardError(3));
        assertTrue(fit.standardError(0) < 0.05, "" + fit.standardError(0));
        assertEquals(20_000, fit.customers());
    }

    @Test
    void theSameCustomersGiveTheSameParametersToTheLastBit() {
        PurchaseHistories histories = simulated(3_000, 5);

        assertEquals(BgNbdFit.of(histories).model(), BgNbdFit.of(histories).model());
    }

    @Test
    void theSumOverHistoriesIsThatOverCustomers() {
        PurchaseHistories histories = simulated(500, 2);
        double byCustomer = 0;
        for (int i = 0; i < histories.size(); i++) {
            byCustomer += PLANTED.logLikelihood(
                    histories.x()[i], histories.recency()[i], histories.age()[i]);
        }
        double[] logs = {Math.log(0.6), Math.log(6), Math.log(0.8), Math.log(2.5)};

        assertEquals(byCustomer, new BgNbdLikelihood(histories).applyAsDouble(logs), 1e-9);
    }

    @Test
    void fewHistoriesStandForManyAlmostExactly() {
        PurchaseHistories histories = simulated(20_000, 11);
        PurchaseHistories few = histories.coarsened(2_000);
        double[] logs = {Math.log(0.6), Math.log(6), Math.log(0.8), Math.log(2.5)};

        assertTrue(few.size() <= 2_000);
        assertEquals(histories.totalCustomers(), few.totalCustomers());
        double exact = new BgNbdLikelihood(histories).applyAsDouble(logs);
        assertEquals(exact, new BgNbdLikelihood(few).applyAsDouble(logs), Math.abs(exact) * 1e-3);
    }

    @Test
    void customersWhoNeverComeBackDetermineNothing() {
        double[] ages = {10, 20, 30, 40};
        double[] many = new double[4];
        Arrays.fill(many, 100);
        PurchaseHistories histories = new PurchaseHistories(new double[4], new double[4], ages, many);

        assertThrows(NotConvergedException.class, () -> BgNbdFit.of(histories));
        assertArrayEquals(new double[4], histories.x());
    }
}
