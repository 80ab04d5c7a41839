package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Runs a policy through an item's history, day by day, as it would have been run: each morning deliveries arrive, then the policy orders
 * from what is on record, then demand comes, then the day's end is counted.
 */
public final class Replay {

    private record Delivery(int day, int units) {}

    private final ReplayItem item;
    private final ReplayPolicy policy;
    private final ShelfStock shelf;
    private final PriorityQueue<Delivery> underway =
            new PriorityQueue<>((first, second) -> Integer.compare(first.day, second.day));
    private final double[] recorded;
    private double onOrder;
    private double owed;
    private double demanded;
    private double served;
    private double wasted;
    private double stockDays;
    private double owedDays;
    private int orders;

    private Replay(ReplayItem item, ReplayPolicy policy) {
        this.item = item;
        this.policy = policy;
        shelf = new ShelfStock(item.shelfLife());
        shelf.add(item.firstDay(), item.openingStock());
        // Later days are not even there to be looked at.
        recorded = Arrays.copyOf(Arrays.copyOf(item.demand(), item.firstDay()), item.demand().length);
    }

    /**
     * Replays one item from its first day to the end of its history.
     *
     * @throws IllegalArgumentException where the policy orders less than nothing, or a lead time is negative
     */
    public static ReplayOutcome of(ReplayItem item, ReplayPolicy policy) {
        return new Replay(item, policy).run();
    }

    private ReplayOutcome run() {
        for (int day = item.firstDay(); day < item.demand().length; day++) {
            receive(day);
            order(day);
            receive(day);
            serve(day);
            wasted += shelf.spoil(day);
            stockDays += shelf.units();
            owedDays += owed;
        }
        ReplayCosts costs = item.costs();
        return new ReplayOutcome(
                item.demand().length - item.firstDay(),
                demanded,
                served,
                wasted,
                orders,
                stockDays,
                owedDays,
                new ReplayOutcome.CostByKind(
                        costs.holding() * stockDays,
                        costs.ordering() * orders,
                        costs.shortage() * (demanded - served),
                        costs.waste() * wasted));
    }

    private void receive(int day) {
        while (!underway.isEmpty() && underway.peek().day <= day) {
            int units = underway.poll().units;
            onOrder -= units;
            double late = Math.min(owed, units);
            owed -= late;
            shelf.add(day, units - late);
        }
    }

    private void order(int day) {
        int units = policy.order(new StockState(day, shelf.units(), onOrder, owed, new DemandSoFar(recorded, day)));
        if (units == 0) {
            return;
        }
        int leadTime = item.leadTimes().days(orders);
        if (units < 0 || leadTime < 0) {
            throw new IllegalArgumentException("On day " + day + " " + units + " units were ordered, to arrive after "
                    + leadTime + " days; neither may be below 0.");
        }
        underway.add(new Delivery(day + leadTime, units));
        onOrder += units;
        orders++;
    }

    private void serve(int day) {
        double wanted = item.demand()[day];
        double now = shelf.take(wanted);
        demanded += wanted;
        served += now;
        owed += item.unmet() == ReplayItem.Unmet.OWED ? wanted - now : 0;
        recorded[day] = item.unmet() == ReplayItem.Unmet.LOST ? now : wanted;
    }
}
