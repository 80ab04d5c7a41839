package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class StockPlannerTest {

    private static final ServiceTarget FILL_95 = ServiceTarget.fillRate(0.95);
    private static final ItemDemand SLOW = MomentDemand.fitting(1.2, Math.sqrt(1.2), LeadTime.certain(3), 1);
    private static final ItemDemand FAST = MomentDemand.fitting(100, 30, LeadTime.certain(4), 1);

    private static DoubleSupplier poisson(double mean) {
        PoissonDistribution distribution = new PoissonDistribution(
                new Well19937c(5),
                mean,
                PoissonDistribution.DEFAULT_EPSILON,
                PoissonDistribution.DEFAULT_MAX_ITERATIONS);
        return distribution::sample;
    }

    private static DoubleSupplier normal(double mean, double deviation) {
        Random random = new Random(6);
        return () -> Math.max(0, mean + deviation * random.nextGaussian());
    }

    private static StockPlanner slow(OrderTerms terms, ServiceTarget target) {
        return new StockPlanner(SLOW, 1, terms, target);
    }

    private static void agrees(StockPlan plan, LongRun run) {
        assertEquals(run.fillRate(), plan.service().fillRate(), 0.005, plan.toString());
        assertEquals(run.cycleServiceLevel(), plan.service().cycleServiceLevel(), 0.01, plan.toString());
        assertEquals(run.ordersPerPeriod(), plan.service().ordersPerPeriod(), 0.01, plan.toString());
        assertEquals(run.safetyStock(), plan.service().safetyStock(), 0.05 + 0.005 * run.meanStock(), plan.toString());
    }

    @Test
    void whatIsExpectedOfSlowMoversIsWhatALongRunBrings() {
        for (StockPlan plan : new StockPlan[] {
            slow(OrderTerms.free(), FILL_95).orderUpTo(),
            slow(OrderTerms.free().inPacksOf(4), FILL_95).orderUpTo(),
            slow(OrderTerms.free().atLeast(5), FILL_95).orderUpTo(),
            slow(OrderTerms.free(), FILL_95).fixedQuantity(6),
            slow(OrderTerms.free(), FILL_95).minMax(7)
        }) {
            LongRun run = LongRun.of(plan.policy(), 1, 3, OrderTerms.LASTING, poisson(1.2));
            if (plan.policy() instanceof OrderUpTo up && up.pack() == 1) {
                // Its cycle is the review, whether anything was ordered or not.
                assertEquals(run.fillRate(), plan.service().fillRate(), 0.005);
                assertEquals(run.ordersPerPeriod(), plan.service().ordersPerPeriod(), 0.005);
            } else {
                agrees(plan, run);
            }
        }
    }

    @Test
    void whatIsExpectedOfFastMoversIsWhatALongRunBrings() {
        for (int review : new int[] {1, 7}) {
            StockPlanner planner = new StockPlanner(FAST, review, OrderTerms.free(), FILL_95);
            for (StockPlan plan :
                    new StockPlan[] {planner.orderUpTo(), planner.fixedQuantity(900), planner.minMax(900)}) {
                agrees(plan, LongRun.of(plan.policy(), review, 4, OrderTerms.LASTING, normal(100, 30)));
            }
        }
    }

    @Test
    void theTargetIsReachedAndOneUnitLessMissesIt() {
        for (ServiceTarget target : new ServiceTarget[] {FILL_95, ServiceTarget.cycleServiceLevel(0.9)}) {
            StockPlan plan = slow(OrderTerms.free(), target).orderUpTo();
            int level = ((OrderUpTo) plan.policy()).level();
            ServiceOf service = new ServiceOf(SLOW, 1, OrderTerms.free());
            Service less = service.at(InventoryPosition.upTo(service.perReview()), level - 1);

            assertTrue(target.of(plan.service()) >= target.level());
            assertTrue(target.of(less) < target.level());
        }
    }

    @Test
    void fixedQuantitiesFollowTheFormulaOfContinuousReviewWhereReviewsAreMany() {
        // Axsäter's chapter 5: 1 - σ' / Q · (G(k) - G(k + Q / σ')), over a lead time of 400 periods with demand 1 ± 0.3
        // each.
        ItemDemand demand = new MomentDemand(1, 0.3, LeadTime.certain(400), DemandFamily.NORMAL);
        StockPlan plan = new StockPlanner(demand, 1, OrderTerms.free(), FILL_95).fixedQuantity(100);
        DemandDistribution lead = new NormalDemand(400, 6);
        int s = plan.policy().reorderPoint();
        double formula = 1 - (lead.expectedShortage(s) - lead.expectedShortage(s + 100)) / 100;

        // A review later, half a unit lower on average.
        assertEquals(formula, plan.service().fillRate(), 0.006);
    }

    @Test
    void theTimesSigmaShortcutMissesWhatTheLossFunctionReaches() {
        // Safety stock of 1.645 σ is meant for a service of 95 %; large quantities need far less for a fill rate of 95
        // %.
        StockPlan plan = new StockPlanner(FAST, 1, OrderTerms.free(), FILL_95).fixedQuantity(2000);

        assertTrue(plan.service().safetyStock() < 0, plan.toString());
        assertEquals(0.95, plan.service().fillRate(), 5e-4);
    }

    @Test
    void wasteIsABoundBelowThatOfALongRunAndNearIt() {
        ItemDemand demand = MomentDemand.fitting(5, Math.sqrt(5), LeadTime.certain(1), 1);
        for (int life : new int[] {2, 3, 4}) {
            StockPlan plan = new StockPlanner(
                            demand, 1, OrderTerms.free().keepingFor(life), ServiceTarget.fillRate(0.97))
                    .orderUpTo();
            LongRun run = LongRun.of(plan.policy(), 1, 1, life, poisson(5));

            double ratio = plan.service().wastePerPeriod() / run.wastePerPeriod();
            assertTrue(ratio > 0.5 && ratio < 1.02, life + ": " + ratio);
        }
    }

    @Test
    void aMinimumOrderTurnsOrderingUpToIntoAReorderPoint() {
        StockPlan plan =
                slow(OrderTerms.free().atLeast(5).inPacksOf(2), FILL_95).orderUpTo();

        MinMax policy = assertInstanceOf(MinMax.class, plan.policy());
        assertEquals(6, policy.level() - policy.reorderPoint());
        assertEquals(Set.of(PlanNote.MINIMUM_DELAYS_ORDERS), plan.notes());
    }

    @Test
    void quantitiesAreRaisedToTheMinimumAndToPacks() {
        StockPlan minimum = slow(OrderTerms.free().atLeast(10), FILL_95).fixedQuantity(6);
        StockPlan packs = slow(OrderTerms.free().inPacksOf(4), FILL_95).fixedQuantity(6);

        assertEquals(10, ((FixedQuantity) minimum.policy()).quantity());
        assertEquals(Set.of(PlanNote.RAISED_TO_MINIMUM), minimum.notes());
        assertEquals(8, ((FixedQuantity) packs.policy()).quantity());
        assertEquals(Set.of(PlanNote.RAISED_TO_PACKS), packs.notes());
    }

    @Test
    void aPackThatOutlastsItsShelfLifeIsNamed() {
        StockPlan plan =
                slow(OrderTerms.free().inPacksOf(12).keepingFor(4), FILL_95).orderUpTo();

        assertEquals(Set.of(PlanNote.SPOILS_BEFORE_SOLD), plan.notes());
        assertTrue(plan.service().wastePerPeriod() > 0.5, plan.toString());
    }

    @Test
    void aBudgetBoundsThePositionAndSaysWhatServiceIsLeft() {
        StockPlan plan = slow(OrderTerms.free().within(30, 7.5), FILL_95).orderUpTo();

        assertEquals(new OrderUpTo(4, 1), plan.policy());
        assertEquals(Set.of(PlanNote.BUDGET_BELOW_TARGET), plan.notes());
        assertTrue(plan.service().fillRate() < 0.95 && plan.service().fillRate() > 0.1, plan.toString());
    }

    @Test
    void aBudgetBelowOneOrderOrdersNothing() {
        StockPlan plan =
                slow(OrderTerms.free().inPacksOf(12).within(30, 7.5), FILL_95).orderUpTo();

        assertEquals(0, plan.policy().order(0));
        assertEquals(Set.of(PlanNote.BUDGET_BELOW_ONE_ORDER), plan.notes());
        assertEquals(0, plan.service().fillRate(), 1e-9);
    }

    @Test
    void nothingIsStockedWhereNothingIsDemanded() {
        ItemDemand none = MomentDemand.fitting(0, 0, LeadTime.certain(3), 1);
        StockPlan plan = new StockPlanner(none, 1, OrderTerms.free(), FILL_95).fixedQuantity(10);

        assertEquals(Set.of(PlanNote.NO_DEMAND), plan.notes());
        assertEquals(0, plan.policy().order(0));
    }

    @Test
    void withoutALeadTimeStockCoversTheReviewAlone() {
        ItemDemand demand = MomentDemand.fitting(100, 30, LeadTime.certain(0), 1);
        StockPlan plan =
                new StockPlanner(demand, 1, OrderTerms.free(), ServiceTarget.cycleServiceLevel(0.975)).orderUpTo();

        assertEquals(100 + 1.96 * 30, ((OrderUpTo) plan.policy()).level(), 1);
    }

    @Test
    void aServiceOfOneHundredPercentIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> ServiceTarget.fillRate(1))
                .getMessage();

        assertTrue(message.contains("no stock reaches 1") && message.contains("0.98"), message);
    }
}
