package dev.millrace.engines.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.inventory.EconomicReviews.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order costs 1.50 and a unit 0.0069 a day: by the economic order quantity, 20 units a day last for 4.7 days and 200 for 1.5. */
class EconomicReviewsTest {

    private static final double HOLDING = 0.0069;
    private static final double ORDERING = 1.5;
    private static final List<Integer> REVIEWS = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final EconomicReviews ECONOMIC = new EconomicReviews(HOLDING, ORDERING, REVIEWS);

    @Test
    void anItemThatSellsLittleIsOrderedSeldom() {
        List<Choice> choices = choices(0.95, demand(20, 5), demand(200, 20));

        assertTrue(List.of(4, 5).contains(choices.get(0).review()), choices.toString());
        assertTrue(List.of(1, 2).contains(choices.get(1).review()), choices.toString());
    }

    @Test
    void allTogetherServeTheShareThatIsAskedFor() {
        List<ItemDemand> demands = List.of(demand(20, 5), demand(200, 20), demand(50, 40));
        for (double share : new double[] {0.9, 0.95, 0.98}) {
            List<Choice> choices = ECONOMIC.of(demands, OrderTerms.free(), share);
            double shortage = 0;
            for (int i = 0; i < demands.size(); i++) {
                shortage += service(demands.get(i), choices.get(i)).shortPerPeriod();
            }

            assertEquals(share, 1 - shortage / 270, 0.006);
        }
    }

    @Test
    void stockGoesWhereAUnitOfItServesMore() {
        List<Choice> choices = choices(0.95, demand(50, 5), demand(50, 45));

        assertTrue(
                choices.get(0).target().level() > choices.get(1).target().level() + 0.01,
                "what is erratic should have less service: " + choices);
    }

    @Test
    void costsLessThanOneReviewAndOneServiceForAll() {
        List<ItemDemand> demands = List.of(demand(20, 5), demand(200, 20), demand(50, 40));
        List<Choice> choices = ECONOMIC.of(demands, OrderTerms.free(), 0.95);
        double chosen = 0;
        double alike = 0;
        for (int i = 0; i < demands.size(); i++) {
            chosen += cost(demands.get(i), choices.get(i));
            alike += cost(demands.get(i), new Choice(3, ServiceTarget.fillRate(0.95)));
        }

        assertTrue(chosen < 0.97 * alike, chosen + " and " + alike);
    }

    @Test
    void withoutAReviewToChooseFromItSaysSo() {
        List<Integer> none = List.of();

        assertThrows(IllegalArgumentException.class, () -> new EconomicReviews(HOLDING, ORDERING, none));
    }

    private static List<Choice> choices(double share, ItemDemand... demands) {
        return ECONOMIC.of(List.of(demands), OrderTerms.free(), share);
    }

    private static ItemDemand demand(double mean, double deviation) {
        return MomentDemand.fitting(mean, deviation, LeadTime.certain(4), 1);
    }

    private static Service service(ItemDemand demand, Choice choice) {
        return new StockPlanner(demand, choice.review(), OrderTerms.free(), choice.target())
                .orderUpTo()
                .service();
    }

    private static double cost(ItemDemand demand, Choice choice) {
        Service service = service(demand, choice);
        return HOLDING * service.meanStock() + ORDERING * service.ordersPerPeriod();
    }
}
