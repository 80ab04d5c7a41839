package dev.millrace.bench;

import dev.millrace.job.SparkSessions;
import dev.millrace.simulate.Feed;
import dev.millrace.simulate.ShopPlan;
import dev.millrace.simulate.ShopSimulator;
import java.util.EnumSet;
import org.apache.spark.sql.SparkSession;

/** Delivers the orders alone of a simulated shop: {@code LANDING DAYS SCALE}. */
public final class DeliverOrders {

    private DeliverOrders() {}

    public static void main(String[] arguments) {
        ShopPlan small = ShopPlan.of(arguments[0], Integer.parseInt(arguments[1]));
        ShopPlan plan = new ShopPlan(
                small.to(), small.from(), small.days(), Double.parseDouble(arguments[2]), small.seed(), small.dirt());
        try (SparkSession session = SparkSessions.open("deliver orders")) {
            new ShopSimulator(session).simulate(plan, EnumSet.of(Feed.ORDERS));
        }
    }
}
