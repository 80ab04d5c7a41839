package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ItemDemandTest {

    @Test
    void anUncertainLeadTimeAddsTheVarianceOfTheMeanDemand() {
        MomentDemand demand = new MomentDemand(100, 30, new LeadTime(4, 1.5), DemandFamily.NORMAL);

        // Silver, Pyke and Thomas: E(L) var(D) + E(D)² var(L) = 5 · 900 + 10,000 · 2.25.
        assertEquals(500, demand.overLeadTimeAnd(1).mean(), 1e-9);
        assertEquals(Math.sqrt(27_000), demand.overLeadTimeAnd(1).deviation(), 1e-9);
        assertEquals(30 * Math.sqrt(3), demand.over(3).deviation(), 1e-9);
    }

    @Test
    void samplesHaveTheMomentsOfTheirConvolution() {
        double[] seen = {0, 0, 0, 5, 10};
        ItemDemand sampled = new SampledDemand(seen, new double[] {2, 4}, 7);
        DemandDistribution drawn = sampled.overLeadTimeAnd(1);

        assertEquals(3, sampled.mean());
        assertEquals(12, drawn.mean(), 0.3);
        // Four periods of variance 16, and a lead time of variance 1 at 3 units a period.
        assertEquals(Math.sqrt(4 * 16 + 9), drawn.deviation(), 0.2);
    }

    @Test
    void samplesAgreeWithAConvolutionByHand() {
        DemandDistribution two = new SampledDemand(new double[] {0, 1, 4}, new double[] {0}, 3).over(2);

        assertEquals(1 / 9.0, two.atMost(0), 0.01);
        assertEquals(4 / 9.0, two.atMost(2), 0.015);
        assertEquals(1 / 9.0, two.atLeast(8), 0.01);
        assertEquals((2 * 1 + 2 * 2 + 5) / 9.0, two.expectedShortage(3), 0.04);
    }

    @Test
    void aLongerSpanNeverFallsShortByLess() {
        ItemDemand sampled = new SampledDemand(new double[] {0, 0, 0, 0, 3}, new double[] {1, 2, 6}, 1);
        for (int stock = 0; stock < 30; stock++) {
            assertTrue(sampled.overLeadTimeAnd(1).expectedShortage(stock)
                    >= sampled.overLeadTimeAnd(0).expectedShortage(stock));
        }
    }

    @Test
    void withoutALeadTimeNothingIsDemandedUntilTheDelivery() {
        ItemDemand moments = MomentDemand.fitting(3, 2, LeadTime.certain(0), 1);
        ItemDemand sampled = new SampledDemand(new double[] {3, 1}, new double[] {0}, 1);

        assertEquals(new CertainDemand(0), moments.overLeadTimeAnd(0));
        assertEquals(1, sampled.overLeadTimeAnd(0).atMost(0));
    }

    @Test
    void theFamilyIsThatOfTheWholeSpan() {
        assertEquals(
                DemandFamily.NEGATIVE_BINOMIAL,
                MomentDemand.fitting(2, 3, LeadTime.certain(2), 1).family());
        assertEquals(
                DemandFamily.GAMMA,
                MomentDemand.fitting(2, 3, LeadTime.certain(6), 1).family());
        assertEquals(
                DemandFamily.NORMAL,
                MomentDemand.fitting(2, 3, LeadTime.certain(60), 7).family());
    }

    @Test
    void leadTimesAreSummedUpByMeanAndDeviation() {
        assertEquals(new LeadTime(5, 2), LeadTime.of(3, 5, 7));
        assertEquals(LeadTime.certain(9), LeadTime.of(9));
        assertThrows(IllegalArgumentException.class, LeadTime::of);
        assertThrows(IllegalArgumentException.class, () -> LeadTime.of(4, -1));
    }
}
