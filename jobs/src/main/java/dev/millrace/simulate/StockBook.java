package dev.millrace.simulate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Keeps the stock of one product: each morning what is due arrives, then what is asked for is served in its order or, when too little
 * is left, lost; at the end of the day it is ordered again, up to a level, once what is on hand and on order has come down to the reorder
 * point. Both follow the mean sales of late, as in a shop that plans no better, but no less than half of what is asked for in the mean.
 */
final class StockBook {

    /** Days of sales that the opening stock lasts for. */
    static final int OPENING_DAYS = 21;

    /** Days of sales beyond the lead time at which it is ordered again, and up to which. */
    static final int REORDER_DAYS = 5;

    static final int UP_TO_DAYS = 19;

    /** Days that the mean sales are taken of. */
    static final int MEAN_OF_DAYS = 28;

    private static final double LEAST_A_DAY = 0.1;

    /**
     * What is kept.
     *
     * @param supplier who delivers it
     * @param pack units in a pack
     * @param firstDay on which there is stock
     * @param days at whose end the book is closed
     * @param heldFrom first day on which nothing arrives; no day where it is not before {@code heldTo}
     * @param heldTo first day on which what was held arrives
     * @param seed of what comes late
     */
    record Terms(Supplier supplier, int pack, int firstDay, int days, int heldFrom, int heldTo, long seed) {}

    /**
     * A wish to buy.
     *
     * @param day on which
     * @param quantity units
     */
    record Wish(int day, int quantity) implements Serializable {}

    /**
     * A day of the book.
     *
     * @param opening units on hand, before what arrives
     * @param received units that arrived
     * @param sold units
     * @param lost units that were asked for and not there
     * @param closing units on hand
     * @param onOrder units under way
     * @param reorderPoint units at which it is ordered again
     */
    record Day(int day, int opening, int received, int sold, int lost, int closing, int onOrder, int reorderPoint) {}

    /**
     * An order to the supplier.
     *
     * @param ordered day
     * @param planned day of delivery, as agreed
     * @param arrives day on which it comes, which may lie after the last
     * @param quantity units
     */
    record Order(int ordered, int planned, int arrives, int quantity) {}

    /**
     * What became of it.
     *
     * @param lost which of the wishes could not be served, by their places
     */
    record Kept(List<Day> days, List<Order> orders, List<Integer> lost) {}

    private final Terms terms;
    private final SplittableRandom chance;
    private final PriorityQueue<Order> underway =
            new PriorityQueue<>((one, other) -> Integer.compare(one.arrives(), other.arrives()));
    private final List<Day> days = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Integer> lost = new ArrayList<>();
    private int onHand;
    private int onOrder;

    private StockBook(Terms terms) {
        this.terms = terms;
        chance = new SplittableRandom(terms.seed());
    }

    /** Keeps the book of wishes that come in the order of their days. */
    static Kept keep(Terms terms, List<Wish> wishes) {
        StockBook book = new StockBook(terms);
        book.run(wishes);
        return new Kept(book.days, book.orders, book.lost);
    }

    private void run(List<Wish> wishes) {
        double usual = usual(wishes);
        onHand = (int) Math.ceil(OPENING_DAYS * usual);
        int next = 0;
        for (int day = terms.firstDay(); day < terms.days(); day++) {
            int opening = onHand;
            int received = receive(day);
            int sold = 0;
            int missed = 0;
            for (; next < wishes.size() && wishes.get(next).day() <= day; next++) {
                int wanted = wishes.get(next).quantity();
                if (wanted <= onHand) {
                    onHand -= wanted;
                    sold += wanted;
                } else {
                    missed += wanted;
                    lost.add(next);
                }
            }
            double mean = mean(usual, sold);
            int reorderPoint = (int) Math.ceil(mean * (terms.supplier().leadDays() + REORDER_DAYS));
            reorder(day, mean, reorderPoint);
            days.add(new Day(day, opening, received, sold, missed, onHand, onOrder, reorderPoint));
        }
    }

    /** What is asked for a day in the mean: who keeps the stock knows the trade. */
    private double usual(List<Wish> wishes) {
        double units = wishes.stream().mapToInt(Wish::quantity).sum();
        return Math.max(LEAST_A_DAY, units / (terms.days() - terms.firstDay()));
    }

    private double mean(double usual, int today) {
        int from = Math.max(0, days.size() - MEAN_OF_DAYS + 1);
        double units = today;
        for (Day day : days.subList(from, days.size())) {
            units += day.sold();
        }
        int seen = days.size() - from + 1;
        double before = (MEAN_OF_DAYS - seen) * usual;
        return Math.max(usual / 2, (units + before) / MEAN_OF_DAYS);
    }

    private int receive(int day) {
        int received = 0;
        while (!underway.isEmpty() && underway.peek().arrives() <= day) {
            received += underway.poll().quantity();
        }
        onHand += received;
        onOrder -= received;
        return received;
    }

    private void reorder(int day, double mean, int reorderPoint) {
        if (onHand + onOrder > reorderPoint) {
            return;
        }
        int lead = terms.supplier().leadDays();
        double missing = mean * (lead + UP_TO_DAYS) - onHand - onOrder;
        int packs = (int) Math.max(1, Math.ceil(missing / terms.pack()));
        Order order = new Order(day, day + lead, arrival(day + lead), packs * terms.pack());
        underway.add(order);
        orders.add(order);
        onOrder += order.quantity();
    }

    private int arrival(int planned) {
        Supplier supplier = terms.supplier();
        boolean late = chance.nextDouble() < supplier.lateShare();
        double beyond = -Math.log(1 - chance.nextDouble()) * (supplier.meanDaysLate() - 0.5);
        int arrives = planned + (late ? 1 + (int) beyond : 0);
        boolean held = arrives >= terms.heldFrom() && arrives < terms.heldTo();
        return held ? terms.heldTo() : arrives;
    }
}
