package dev.millrace.engines.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each of several items is ordered, and how much of its demand is served from stock, so that all of them together serve a
 * share of all units at the least cost of holding and ordering. An item that sells little is ordered seldom, as by the
 * economic order quantity of Harris (1913), and stock goes where a unit of it serves the most: a price on units that are short makes items independent of
 * one another, and the price at which the share is met is looked for. Sources: Everett, "Generalized Lagrange multiplier method for
 * solving problems of optimum allocation of resources", Operations Research 11 (1963); Silver, Pyke and Thomas, "Inventory and Production
 * Management in Supply Chains", 4th ed. (2017), chapters 4 and 6.
 *
 * @param holding money a unit and period on hand
 * @param ordering money an order
 * @param reviews what number of periods may lie between an item's orders
 */
public record EconomicReviews(double holding, double ordering, List<Integer> reviews) {

    private static final double LEAST = 0.7;
    private static final double STEP = 0.01;
    private static final int LEVELS = 30;
    private static final int HALVINGS = 60;

    /** Refuses costs below 0 and no review at all, by an IllegalArgumentException. */
    public EconomicReviews {
        Quantities.requireQuantity("The cost of holding a unit", holding);
        Quantities.requireQuantity("The cost of an order", ordering);
        reviews = List.copyOf(reviews);
        if (reviews.isEmpty()) {
            throw new IllegalArgumentException("No review period is given to choose from; give one, such as 7 days.");
        }
    }

    /**
     * What an item is planned by.
     *
     * @param review periods between its orders
     * @param target its own service
     */
    public record Choice(int review, ServiceTarget target) {}

    private record Option(Choice choice, double cost, double shortage) {

        double priced(double price) {
            return cost + price * shortage;
        }
    }

    /**
     * The choice for each item.
     *
     * @param demands of the items
     * @param terms that orders of each are bound to
     * @param share of all units that is to be served from stock, above 0 and below 1; the nearest that can be had, where none
     *     reaches it
     */
    public List<Choice> of(List<? extends ItemDemand> demands, OrderTerms terms, double share) {
        ServiceTarget.requireLevel(share);
        List<List<Option>> options =
                demands.parallelStream().map(demand -> options(demand, terms)).toList();
        double demanded = demands.stream().mapToDouble(ItemDemand::mean).sum();
        double allowed = (1 - share) * demanded;
        double low = 0;
        double high = 1;
        while (shortage(options, high) > allowed && high < 1L << 30) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (shortage(options, middle) > allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double price = high;
        return options.stream().map(each -> cheapest(each, price).choice()).toList();
    }

    private List<Option> options(ItemDemand demand, OrderTerms terms) {
        List<Option> options = new ArrayList<>();
        for (int review : reviews) {
            IntStream.range(0, LEVELS).forEach(level -> {
                ServiceTarget target = ServiceTarget.fillRate(LEAST + STEP * level);
                Service service = new StockPlanner(demand, review, terms, target)
                        .orderUpTo()
                        .service();
                double cost = holding * service.meanStock() + ordering * service.ordersPerPeriod();
                options.add(new Option(new Choice(review, target), cost, service.shortPerPeriod()));
            });
        }
        return options;
    }

    private static double shortage(List<List<Option>> options, double price) {
        return options.stream()
                .mapToDouble(each -> cheapest(each, price).shortage())
                .sum();
    }

    private static Option cheapest(List<Option> options, double price) {
        return options.stream()
                .min(Comparator.comparingDouble(option -> option.priced(price)))
                .orElseThrow();
    }
}
