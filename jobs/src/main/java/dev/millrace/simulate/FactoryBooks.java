package dev.millrace.simulate;

import dev.millrace.simulate.FactoryGoods.Item;
import dev.millrace.simulate.FactoryGoods.Line;
import dev.millrace.simulate.StockBook.Kept;
import dev.millrace.simulate.StockBook.Order;
import dev.millrace.simulate.StockBook.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What was ordered of a factory and what became of its stock. From the products down: what is ordered from the works to refill a stock is what
 * is asked for of its parts on the same day. Parts that are short then are had from elsewhere and hold up nothing.
 *
 * @param sales what customers asked for, in the order of days
 * @param kept of each item
 */
record FactoryBooks(List<Sale> sales, Map<String, Kept> kept) {

    private static final double[] WEEK = {1.25, 1.2, 1.2, 1.2, 1.15, 0.5, 0.5};
    private static final int MOST_UNITS = 4;

    /** The swing of a product's year to either side of its mean. */
    private static final double SEASON = 0.25;

    /**
     * What a customer asks for.
     *
     * @param day from the first, 0
     * @param number within the day
     */
    record Sale(int day, int number, String product, int quantity, int customer, double price) {}

    static FactoryBooks of(FactoryPlan plan, FactoryGoods goods) {
        List<Sale> asked = asked(plan, goods);
        Map<String, List<Wish>> wishes = new LinkedHashMap<>();
        for (Item item : goods.items()) {
            wishes.put(item.id(), new ArrayList<>());
        }
        asked.forEach(sale -> wishes.get(sale.product()).add(new Wish(sale.day(), sale.quantity())));
        Map<String, Kept> kept = new LinkedHashMap<>();
        for (Item item : goods.items()) {
            List<Wish> own = new ArrayList<>(wishes.get(item.id()));
            own.sort(Comparator.comparingInt(Wish::day));
            Kept book = StockBook.keep(terms(plan, item), own);
            kept.put(item.id(), book);
            for (Line line : goods.bill()) {
                if (line.parent().equals(item.id())) {
                    book.orders().forEach(order -> wishes.get(line.part()).add(need(line, order)));
                }
            }
        }
        return new FactoryBooks(served(asked, kept), kept);
    }

    private static Wish need(Line line, Order order) {
        return new Wish(order.ordered(), line.needed(order.quantity()));
    }

    private static StockBook.Terms terms(FactoryPlan plan, Item item) {
        long seed = FactoryGoods.chance(plan, item.id()).nextLong();
        return new StockBook.Terms(item.supplier(), item.pack(), 0, plan.days(), 0, 0, seed);
    }

    private static List<Sale> asked(FactoryPlan plan, FactoryGoods goods) {
        List<Item> products =
                goods.items().stream().filter(item -> item.level() == 0).toList();
        List<Sale> sales = new ArrayList<>();
        for (int day = 0; day < plan.days(); day++) {
            int number = 0;
            for (int product = 0; product < products.size(); product++) {
                SplittableRandom chance = FactoryGoods.chance(plan, "sales", day, product);
                int orders = poisson(chance, rate(plan, product, day));
                for (int order = 0; order < orders; order++) {
                    Item item = products.get(product);
                    sales.add(new Sale(
                            day,
                            number++,
                            item.id(),
                            1 + chance.nextInt(MOST_UNITS),
                            chance.nextInt(plan.customers()),
                            Math.round(160 * item.unitCost()) / 100.0));
                }
            }
        }
        return sales;
    }

    /** Orders to be expected of a product on a day. */
    private static double rate(FactoryPlan plan, int product, int day) {
        double size = Math.exp(0.7 * FactoryGoods.chance(plan, "size", product).nextGaussian());
        double phase = 2 * Math.PI * (plan.day(day).getDayOfYear() / 365.25 + product / (double) plan.products());
        return plan.ordersEach()
                * size
                * WEEK[plan.day(day).getDayOfWeek().getValue() - 1]
                * (1 + SEASON * Math.cos(phase));
    }

    /** By Knuth's method in parts, so that no product of chances is too small for a number. */
    private static int poisson(SplittableRandom chance, double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 30) {
            double limit = Math.exp(-Math.min(30, left));
            for (double product = chance.nextDouble(); product > limit; product *= chance.nextDouble()) {
                count++;
            }
        }
        return count;
    }

    /** Without what could not be served: wishes of a product are in the order of its sales. */
    private static List<Sale> served(List<Sale> asked, Map<String, Kept> kept) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Sale> served = new ArrayList<>();
        for (Sale sale : asked) {
            int place = places.merge(sale.product(), 1, Integer::sum) - 1;
            if (!kept.get(sale.product()).lost().contains(place)) {
                served.add(sale);
            }
        }
        return served;
    }
}
