package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathDemandTest {

    private static final double[] NO_ERROR = new double[5];

    @Test
    void addsUpTheDaysThatComeAndNotTheirMean() {
        PathDemand demand = new PathDemand(new double[] {10, 20, 40, 80}, NO_ERROR, new int[] {1});

        assertEquals(10, demand.overLeadTimeAnd(0).mean(), 1e-9);
        assertEquals(70, demand.overLeadTimeAnd(2).mean(), 1e-9);
    }

    @Test
    void countsInAReviewWhatIsAskedForAfterTheDelivery() {
        PathDemand demand = new PathDemand(new double[] {10, 20, 40, 80}, NO_ERROR, new int[] {1});

        assertEquals(60, demand.over(2).mean(), 1e-9);
    }

    @Test
    void addsTheChanceOfTheLeadTimeToThatOfTheForecast() {
        PathDemand demand =
                new PathDemand(new double[] {100, 100, 100}, new double[] {0, 0.3, 0.2, 0.1}, new int[] {1, 3});
        DemandDistribution until = demand.overLeadTimeAnd(0);

        assertEquals(200, until.mean(), 1e-9);
        assertEquals(Math.sqrt((30 * 30 + 30 * 30) / 2.0 + 100 * 100), until.deviation(), 1e-9);
    }

    @Test
    void losesWhatItsCasesLoseInTheMean() {
        PathDemand demand = new PathDemand(new double[] {100, 100, 100}, new double[4], new int[] {1, 3});
        DemandDistribution until = demand.overLeadTimeAnd(0);

        assertEquals(75, until.expectedShortage(150), 1e-9);
        assertEquals(0.5, until.atMost(150), 1e-9);
        assertEquals(0.5, until.atLeast(150), 1e-9);
    }

    @Test
    void needsMoreStockBeforeBusyDays() {
        double[] error = {0, 0.1, 0.1, 0.1, 0.1};
        PathDemand quiet = new PathDemand(new double[] {50, 50, 50, 50}, error, new int[] {2});
        PathDemand busy = new PathDemand(new double[] {50, 50, 50, 90}, error, new int[] {2});

        // Forty units more, of which one in twenty may come late.
        assertTrue(level(busy) >= level(quiet) + 38, level(busy) + " and " + level(quiet));
    }

    @Test
    void refusesSpansThatAreNotForecast() {
        PathDemand demand = new PathDemand(new double[] {10, 20}, NO_ERROR, new int[] {1});

        assertThrows(IllegalArgumentException.class, () -> demand.overLeadTimeAnd(2));
        assertThrows(IllegalArgumentException.class, () -> new PathDemand(new double[] {-1}, NO_ERROR, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new PathDemand(new double[] {1}, NO_ERROR, new int[0]));
    }

    private static int level(ItemDemand demand) {
        return new StockPlanner(demand, 2, OrderTerms.free(), ServiceTarget.fillRate(0.95))
                .orderUpTo()
                .policy()
                .highest();
    }
}
