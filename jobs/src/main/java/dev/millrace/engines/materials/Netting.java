package dev.millrace.engines.materials;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Sets needs of one part off against its stock and open orders. An open order that is due later is pulled forward before anything new is
 * proposed, since it is sooner hurried than doubled.
 */
final class Netting {

    /** Remainders of rounding that are no need. */
    private static final double NOTHING = 1e-9;

    private final String part;
    private final boolean made;
    private final PartRules rules;
    private final double[] gross;
    private final Deque<OpenOrder> open;
    private final double[] received;
    private final double[] receipts;
    private final double[] releases;
    private final double[] stock;
    private final List<OrderProposal> proposals = new ArrayList<>();
    private final List<Expedite> expedites = new ArrayList<>();
    private double onHand;

    Netting(String part, boolean made, PartRules rules, double[] gross, List<OpenOrder> orders) {
        this.part = part;
        this.made = made;
        this.rules = rules;
        this.gross = gross;
        open = new ArrayDeque<>(orders.stream()
                .sorted(Comparator.comparingInt(OpenOrder::due).thenComparing(OpenOrder::order))
                .toList());
        received = new double[gross.length];
        receipts = new double[gross.length];
        releases = new double[gross.length];
        stock = new double[gross.length];
        onHand = rules.onHand();
    }

    PartSchedule schedule(int lowLevelCode) {
        for (int t = 0; t < gross.length; t++) {
            receiveDue(t);
            pullForward(t);
            propose(t);
            onHand -= gross[t];
            stock[t] = onHand;
        }
        return new PartSchedule(part, lowLevelCode, gross, received, receipts, releases, stock, proposals, expedites);
    }

    private double missing(int t) {
        return gross[t] + rules.safetyStock() - onHand;
    }

    private void receiveDue(int t) {
        while (!open.isEmpty() && open.peek().due() <= t) {
            OpenOrder order = receive(t);
            if (order.due() < 0) {
                expedites.add(new Expedite(
                        Expedite.Reason.OVERDUE, part, order.order(), order.quantity(), t, order.due(), -order.due()));
            }
        }
    }

    private void pullForward(int t) {
        while (missing(t) > NOTHING && !open.isEmpty()) {
            OpenOrder order = receive(t);
            expedites.add(new Expedite(
                    Expedite.Reason.DUE_AFTER_NEED,
                    part,
                    order.order(),
                    order.quantity(),
                    t,
                    order.due(),
                    order.due() - t));
        }
    }

    private OpenOrder receive(int t) {
        OpenOrder order = open.poll();
        onHand += order.quantity();
        received[t] += order.quantity();
        return order;
    }

    private void propose(int t) {
        if (missing(t) <= NOTHING) {
            return;
        }
        double covered = missing(t);
        // Once something new is proposed, no open order is left that could cover the periods that follow.
        for (int later = t + 1;
                later < Math.min(gross.length, t + rules.lotSize().periods());
                later++) {
            covered += gross[later];
        }
        double quantity = rules.lotSize().of(covered);
        int release = t - rules.leadTime();
        proposals.add(new OrderProposal(part, made, quantity, release, t));
        if (release < 0) {
            expedites.add(
                    new Expedite(Expedite.Reason.WITHIN_LEAD_TIME, part, "", quantity, t, rules.leadTime(), -release));
        }
        receipts[t] += quantity;
        releases[Math.max(0, release)] += quantity;
        onHand += quantity;
    }
}
