package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DemandDistributionTest {

    /** E max(D - stock, 0) is the area under P(D > x) beyond the stock, whatever the distribution. */
    private static void shortageIsTheAreaBeyond(DemandDistribution demand, double stock, double step) {
        double area = 0;
        for (double x = stock; x < demand.mean() + 40 * demand.deviation(); x += step) {
            area += step * (1 - demand.atMost(x + step / 2));
        }
        assertEquals(area, demand.expectedShortage(stock), 1e-6 * demand.mean(), demand + " beyond " + stock);
    }

    /** What moments say: a loss function of stock 0 is the mean, and twice its area is the second moment. */
    private static void momentsAreThoseGiven(DemandDistribution demand, double mean, double deviation, double step) {
        double second = 0;
        for (double x = 0; x < mean + 60 * deviation; x += step) {
            second += step * (demand.expectedShortage(x) + demand.expectedShortage(x + step));
        }
        assertEquals(mean, demand.expectedShortage(0), 1e-9);
        assertEquals(mean * mean + deviation * deviation, second, 1e-3 * second);
    }

    @Test
    void theNormalLossFunctionIsThatOfTheTables() {
        // G(0) = 0.39894, G(1) = 0.08332, G(2) = 0.00849: any table of the unit normal loss function.
        assertEquals(0.39894, new NormalDemand(100, 1).expectedShortage(100), 5e-6);
        assertEquals(8.332, new NormalDemand(200, 100).expectedShortage(300), 5e-4);
        assertEquals(0.0849, new NormalDemand(50, 10).expectedShortage(70), 5e-5);
    }

    @Test
    void expectedShortageIsTheAreaUnderTheTail() {
        for (double stock : new double[] {0, 3, 4.5, 20, 45}) {
            shortageIsTheAreaBeyond(new NormalDemand(20, 6), stock, 0.01);
            shortageIsTheAreaBeyond(new GammaDemand(20, 15), stock, 0.01);
            shortageIsTheAreaBeyond(new NegativeBinomialDemand(4, 3), stock, 0.5);
            shortageIsTheAreaBeyond(new PoissonDemand(4), stock, 0.5);
            shortageIsTheAreaBeyond(new EmpiricalDemand(0, 0, 4, 20, 50), stock, 0.5);
        }
    }

    @Test
    void distributionsHaveTheMomentsGiven() {
        momentsAreThoseGiven(new GammaDemand(20, 15), 20, 15, 0.05);
        momentsAreThoseGiven(new NegativeBinomialDemand(4, 3), 4, 3, 1);
        momentsAreThoseGiven(new PoissonDemand(4), 4, 2, 1);
    }

    @Test
    void leftoverAndShortageMakeUpTheDifferenceOfStockAndDemand() {
        for (DemandDistribution demand : new DemandDistribution[] {
            new NormalDemand(20, 6), new GammaDemand(20, 15), new NegativeBinomialDemand(4, 3), new CertainDemand(7)
        }) {
            assertEquals(12 - demand.mean(), demand.expectedLeftover(12) - demand.expectedShortage(12), 1e-9);
        }
    }

    @Test
    void ofDiscreteDemandAWholeQuantityCountsOnBothSides() {
        DemandDistribution poisson = new PoissonDemand(2);
        DemandDistribution binomial = new NegativeBinomialDemand(2, 3);

        assertEquals(Math.exp(-2) * 2, poisson.atMost(1) + poisson.atLeast(1) - 1, 1e-12);
        // Size 4/7, success 2/9: P(D = 1) = size (1 - success) success^size.
        assertEquals(
                4.0 / 7 * (7.0 / 9) * Math.pow(2.0 / 9, 4.0 / 7), binomial.atMost(1) + binomial.atLeast(1) - 1, 1e-12);
        assertEquals(0.5, new EmpiricalDemand(0, 1, 1, 2).atMost(1) + new EmpiricalDemand(0, 1, 1, 2).atLeast(1) - 1);
    }

    @Test
    void theFamilyFollowsTheMeanAndTheVariation() {
        assertEquals(DemandFamily.NORMAL, DemandFamily.fitting(100, 50));
        assertEquals(DemandFamily.GAMMA, DemandFamily.fitting(100, 51));
        assertEquals(DemandFamily.NEGATIVE_BINOMIAL, DemandFamily.fitting(4, 3));
        assertEquals(DemandFamily.POISSON, DemandFamily.fitting(4, 1.9));
    }

    @Test
    void demandWithoutVariationIsCertain() {
        assertEquals(new CertainDemand(12), DemandFamily.GAMMA.of(12, 0));
        assertEquals(new CertainDemand(0), DemandFamily.NEGATIVE_BINOMIAL.of(0, 3));
        assertEquals(new PoissonDemand(4), DemandFamily.NEGATIVE_BINOMIAL.of(4, 1));
    }

    @Test
    void whatIsNoDemandIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NormalDemand(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new GammaDemand(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new NegativeBinomialDemand(4, 2));
        String message = assertThrows(IllegalArgumentException.class, () -> new EmpiricalDemand(3, -2))
                .getMessage();
        assertTrue(message.contains("-2.0 in period 1"), message);
        message = assertThrows(IllegalArgumentException.class, EmpiricalDemand::new)
                .getMessage();
        assertTrue(message.contains("no history"), message);
    }
}
