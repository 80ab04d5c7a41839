package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.inventory.ReplayItem.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final ReplayCosts COSTS = new ReplayCosts(1, 10, 5, 3);

    private static ReplayItem item(double[] demand, double opening, int leadTime, Unmet unmet) {
        return new ReplayItem(demand, 0, opening, OrderTerms.LASTING, LeadTimes.certain(leadTime), unmet, COSTS);
    }

    private static ReplayPolicy once(int day, int units) {
        return state -> state.day() == day ? units : 0;
    }

    @Test
    void aHistoryIsReplayedDayByDayAsByHand() {
        // On hand 5: day 0 sells 3; day 1 asks 4, has 2; the 6 ordered on day 0 arrive on day 2, which sells 1.
        double[] demand = {3, 4, 1};
        ReplayOutcome lost = Replay.of(item(demand, 5, 2, Unmet.LOST), once(0, 6));
        ReplayOutcome owed = Replay.of(item(demand, 5, 2, Unmet.OWED), once(0, 6));

        assertEquals(new ReplayOutcome.CostByKind(2 + 0 + 5, 10, 5 * 2, 0), lost.costs());
        assertEquals(new ReplayOutcome.CostByKind(2 + 0 + 3, 10, 5 * 2, 0), owed.costs());
        assertEquals(6 / 8.0, lost.fillRate());
        // Two units are waited for from day 1 to day 2.
        assertEquals(2, owed.owedDays());
        assertEquals(0, lost.owedDays());
        assertEquals(27, lost.costs().total());
    }

    @Test
    void withoutALeadTimeAnOrderServesTheSameDay() {
        ReplayOutcome outcome = Replay.of(item(new double[] {4}, 0, 0, Unmet.LOST), once(0, 4));

        assertEquals(1, outcome.fillRate());
    }

    @Test
    void whatSpoilsIsWastedOldestSoldFirst() {
        ReplayItem item = new ReplayItem(new double[] {1, 1, 0, 0}, 0, 3, 2, LeadTimes.certain(0), Unmet.LOST, COSTS);
        // Three units last for days 0 and 1, of which two are sold; four more come on day 1 and last to day 2.
        ReplayOutcome outcome = Replay.of(item, once(1, 4));

        assertEquals(1 + 4, outcome.wasted());
        assertEquals(3 * 5, outcome.costs().waste());
        assertEquals(2 + 4, outcome.stockDays());
    }

    @Test
    void aPolicySeesWhatLiesBeforeAndNothingElse() {
        List<double[]> seen = new ArrayList<>();
        ReplayItem item = new ReplayItem(
                new double[] {7, 8, 9, 10}, 2, 4, OrderTerms.LASTING, LeadTimes.certain(1), Unmet.LOST, COSTS);
        Replay.of(item, state -> {
            seen.add(state.demand().last(99));
            assertThrows(IndexOutOfBoundsException.class, () -> state.demand().on(state.day()));
            return 0;
        });

        assertArrayEquals(new double[] {7, 8}, seen.get(0));
        // Of the nine that were asked for, four were sold; that is what the shop has on record.
        assertArrayEquals(new double[] {7, 8, 4}, seen.get(1));
    }

    @Test
    void changedDaysAheadChangeNoOrderBefore() {
        double[] first = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] second = {3, 1, 4, 1, 500, 0, 77, 1};
        List<Integer> orders = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        DaysOfCover cover = new DaysOfCover(3, 4, 1, 1);
        Replay.of(item(first, 2, 1, Unmet.OWED), recording(cover, orders));
        Replay.of(item(second, 2, 1, Unmet.OWED), recording(cover, others));

        assertEquals(orders.subList(0, 5), others.subList(0, 5));
        assertTrue(!orders.get(5).equals(others.get(5)));
    }

    private static ReplayPolicy recording(ReplayPolicy policy, List<Integer> orders) {
        return state -> {
            orders.add(policy.order(state));
            return orders.get(orders.size() - 1);
        };
    }

    @Test
    void daysOfCoverFillUpToTheMeanOfLate() {
        StockState state = new StockState(4, 1, 2, 0, new DemandSoFar(new double[] {100, 2, 4, 0, 0}, 4));

        // The last three days had 2, 4 and 0; five days of their mean are 10 units, of which 3 are there.
        assertEquals(7, new DaysOfCover(5, 3, 1, 1).order(state));
        assertEquals(8, new DaysOfCover(5, 3, 1, 4).order(state));
        assertEquals(0, new DaysOfCover(5, 3, 3, 1).order(state));
    }

    @Test
    void leadTimesAreKeptDrawnOrRepeated() {
        assertEquals(5, LeadTimes.asSeen(3, 5).days(3));
        int fours = 0;
        for (int order = 0; order < 1000; order++) {
            int days = LeadTimes.drawn(9, 2, 4).days(order);
            assertEquals(days, LeadTimes.drawn(9, 2, 4).days(order));
            fours += days == 4 ? 1 : 0;
        }
        assertEquals(500, fours, 60);
        assertThrows(IllegalArgumentException.class, LeadTimes::asSeen);
    }

    @Test
    void aPlanBringsTheFillRateThatItPromises() {
        ItemDemand expected = MomentDemand.fitting(2, Math.sqrt(2), LeadTime.certain(3), 1);
        StockPlan plan = new StockPlanner(expected, 1, OrderTerms.free(), ServiceTarget.fillRate(0.93)).orderUpTo();
        PoissonDistribution poisson = new PoissonDistribution(new Well19937c(3), 2, 1e-12, 100_000);
        double[] demand = new double[60_000];
        for (int day = 0; day < demand.length; day++) {
            demand[day] = poisson.sample();
        }
        ReplayOutcome outcome = Replay.of(item(demand, 10, 3, Unmet.OWED), ReplayPolicy.of(plan.policy(), 1));

        assertEquals(plan.service().fillRate(), outcome.fillRate(), 0.005);
        assertEquals(plan.service().meanStock(), outcome.stockDays() / outcome.days(), 1.1);
    }

    @Test
    void plansKeepServiceEvenWhereDaysOfCoverDoNot() {
        Random random = new Random(8);
        ReplayOutcome[] planned = new ReplayOutcome[2];
        ReplayOutcome[] covered = new ReplayOutcome[2];
        for (int kind = 0; kind < 2; kind++) {
            double[] demand = new double[800];
            for (int day = 0; day < demand.length; day++) {
                demand[day] = kind == 0 ? 10 : random.nextInt(10) == 0 ? 100 : 0;
            }
            ReplayItem item = new ReplayItem(
                    demand, 100, 60, OrderTerms.LASTING, LeadTimes.certain(4), Unmet.LOST_AND_RECORDED, COSTS);
            planned[kind] = Replay.of(
                    item,
                    new TrailingPlan(100, 7, 1, LeadTime.certain(4), OrderTerms.free(), ServiceTarget.fillRate(0.95)));
            covered[kind] = Replay.of(item, new DaysOfCover(8, 100, 1, 1));
        }

        assertTrue(planned[1].fillRate() > 0.9 && covered[1].fillRate() < 0.75, covered[1].toString());
        assertTrue(planned[0].stockDays() < 0.5 * covered[0].stockDays(), planned[0].toString());
        assertEquals(1, planned[0].fillRate(), 0.06);
    }

    @Test
    void impossibleReplaysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> item(new double[0], 1, 1, Unmet.LOST));
        assertThrows(IllegalArgumentException.class, () -> item(new double[] {1, -1}, 1, 1, Unmet.LOST));
        assertThrows(
                IllegalArgumentException.class, () -> Replay.of(item(new double[] {1}, 1, 1, Unmet.LOST), state -> -1));
    }
}
