package dev.millrace.simulate;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The planted parameters, as tables of CSV by file name. */
final class PlantedNumbers {

    private PlantedNumbers() {}

    static Map<String, String> tables(ShopPlan plan) {
        return Map.of(
                "segments.csv", segments(),
                "channels.csv", channels(),
                "categories.csv", categories(),
                "churn_drivers.csv", drivers(),
                "parameters.csv", parameters(plan));
    }

    private static String segments() {
        String mix = Arrays.stream(Channel.values())
                .map(channel -> ",share_" + channel.label())
                .collect(Collectors.joining());
        return TruthFolder.lines(
                "segment,share,orders_per_day,lines_per_order,units_per_line,discounted_lines,churn_hazard,browsing_per_order"
                        + mix,
                Arrays.stream(Segment.values())
                        .map(s -> row(
                                        s.label(),
                                        s.share(),
                                        s.ordersPerDay(),
                                        s.linesPerOrder(),
                                        s.unitsPerLine(),
                                        s.discountedLines(),
                                        s.churnHazard(),
                                        s.browsingPerOrder())
                                + ","
                                + row(s.channelMix().toArray())));
    }

    private static String channels() {
        return TruthFolder.lines(
                "channel,conversion", Arrays.stream(Channel.values()).map(c -> row(c.label(), c.conversion())));
    }

    private static String categories() {
        return TruthFolder.lines(
                "category,elasticity,typical_price",
                Arrays.stream(Category.values()).map(c -> row(c.label(), c.elasticity(), c.typicalPrice())));
    }

    private static String drivers() {
        return TruthFolder.lines(
                "churn_driver,hazard_multiple,lead_days",
                Arrays.stream(ChurnDriver.values()).map(d -> row(d.label(), d.hazardMultiple(), d.leadDays())));
    }

    private static String parameters(ShopPlan plan) {
        return TruthFolder.lines(
                "name,value",
                Stream.of(
                        row("from", plan.from()),
                        row("days", plan.days()),
                        row("scale", plan.scale()),
                        row("seed", plan.seed()),
                        row("dirt", plan.dirt()),
                        row("customers", plan.customers()),
                        row("products", plan.products()),
                        row("signed_up_earlier", Customers.EARLIER),
                        row("order_rate_spread", Customers.RATE_SPREAD),
                        row("return_prone", Customers.RETURN_PRONE),
                        row("lost_interest_if_bought", Customers.BOUGHT_ATTENTION),
                        row("faded_rate", Orders.FADED),
                        row("fading_days", Orders.FADING_DAYS),
                        row("anonymous_orders", Orders.ANONYMOUS),
                        row("orders_with_fee", Orders.WITH_FEE),
                        row("favoured_lines", ProductChoice.FAVOURED),
                        row("promoted_product_weeks", Prices.PROMOTED),
                        row("changed_product_weeks", Prices.CHANGED),
                        row("returned_orders", Returns.RETURNED),
                        row("returned_if_prone", Returns.PRONE),
                        row("returned_if_disappointed", Returns.DISAPPOINTED),
                        row("returned_along", Returns.ALONG),
                        row("sessions_signed_in", WebEvents.SIGNED_IN),
                        row("events_browsed", WebEvents.BROWSED)));
    }

    private static String row(Object... values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(","));
    }
}
