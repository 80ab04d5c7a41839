package dev.millrace.engines.inventory;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;

/** Finds, for one item, the least stock that reaches a target: by its loss functions, to the unit, and not by a multiple of sigma. */
public final class StockPlanner {

    private final int review;
    private final OrderTerms terms;
    private final ServiceTarget target;
    private final boolean demanded;
    private final double soldInTime;
    private final ServiceOf service;

    /**
     * Plans for an item.
     *
     * @param review how many periods lie between reviews, 1 or more
     * @throws IllegalArgumentException where no period lies between reviews
     */
    public StockPlanner(ItemDemand demand, int review, OrderTerms terms, ServiceTarget target) {
        Quantities.requirePositive("The review period", review);
        this.review = review;
        this.terms = terms;
        this.target = target;
        demanded = demand.mean() > 0;
        soldInTime = terms.perishable() ? demand.over(terms.shelfLife()).mean() : Double.POSITIVE_INFINITY;
        service = new ServiceOf(demand, review, terms);
    }

    /**
     * (R, S). With a minimum order above a pack, what is missing is ordered once it comes to the minimum, which is (s, S); packs are
     * rounded up, which is an (R, s, nQ) policy.
     */
    public StockPlan orderUpTo() {
        if (!demanded) {
            return nothing();
        }
        if (terms.minimum() > terms.pack()) {
            return minMax(terms.packed(1), EnumSet.of(PlanNote.MINIMUM_DELAYS_ORDERS));
        }
        Set<PlanNote> notes = notesOn(terms.pack());
        if (terms.pack() == 1) {
            InventoryPosition position = InventoryPosition.upTo(service.perReview());
            return plan(position, 0, s -> new OrderUpTo(s, 1), notes);
        }
        InventoryPosition position = InventoryPosition.fixed(terms.pack(), service.perReview());
        return plan(position, -1, s -> new OrderUpTo(s + 1, terms.pack()), notes);
    }

    /**
     * (s, S) with so much between the two. Orders are rounded up to whole packs; service is computed as if they were not, and so is
     * on the safe side.
     *
     * @param gap S less s, in units, above 0
     */
    public StockPlan minMax(int gap) {
        Quantities.requirePositive("What lies between reorder point and level", gap);
        return demanded ? minMax(gap, EnumSet.noneOf(PlanNote.class)) : nothing();
    }

    /**
     * (s, Q).
     *
     * @param quantity Q, in units, above 0; raised to the minimum order and to whole packs
     */
    public StockPlan fixedQuantity(int quantity) {
        Quantities.requirePositive("The order quantity", quantity);
        if (!demanded) {
            return nothing();
        }
        int packed = terms.packed(quantity);
        Set<PlanNote> notes = raised(quantity, packed);
        InventoryPosition position = InventoryPosition.fixed(packed, service.perReview());
        return plan(position, 0, s -> new FixedQuantity(s, packed), notes);
    }

    private StockPlan minMax(int gap, Set<PlanNote> before) {
        int least = Math.max(gap, terms.minimum());
        Set<PlanNote> notes = raised(gap, least);
        notes.addAll(before);
        InventoryPosition position = InventoryPosition.minMax(least, service.perReview());
        return plan(position, 0, s -> new MinMax(s, s + least, terms.pack()), notes);
    }

    private Set<PlanNote> raised(int wanted, int given) {
        Set<PlanNote> notes = notesOn(terms.packed(1));
        if (given > wanted) {
            notes.add(terms.minimum() > wanted ? PlanNote.RAISED_TO_MINIMUM : PlanNote.RAISED_TO_PACKS);
        }
        return notes;
    }

    private Set<PlanNote> notesOn(int leastOrder) {
        Set<PlanNote> notes = EnumSet.noneOf(PlanNote.class);
        if (leastOrder > soldInTime) {
            notes.add(PlanNote.SPOILS_BEFORE_SOLD);
        }
        return notes;
    }

    private StockPlan plan(
            InventoryPosition position, int lowest, IntFunction<StockPolicy> policy, Set<PlanNote> notes) {
        int needed = LeastWhole.reaching(target.level(), lowest, s -> reached(position, s));
        int over = Math.max(0, policy.apply(needed).highest() - terms.mostPosition());
        int reorderPoint = needed - over;
        if (over > 0) {
            notes.add(reorderPoint < lowest ? PlanNote.BUDGET_BELOW_ONE_ORDER : PlanNote.BUDGET_BELOW_TARGET);
        }
        if (reorderPoint < lowest) {
            InventoryPosition none = InventoryPosition.upTo(service.perReview());
            return new StockPlan(new OrderUpTo(0, terms.pack()), review, service.at(none, 0), notes);
        }
        return new StockPlan(policy.apply(reorderPoint), review, service.at(position, reorderPoint), notes);
    }

    private double reached(InventoryPosition position, int reorderPoint) {
        return target.measure() == ServiceTarget.Measure.FILL_RATE
                ? service.fillRate(position, reorderPoint)
                : service.cycleServiceLevel(position, reorderPoint);
    }

    /** Where nothing is asked for, everything that is asked for is served. */
    private StockPlan nothing() {
        Service idle = new Service(1, 1, 0, 0, 0, 0, 0);
        return new StockPlan(new OrderUpTo(0, terms.pack()), review, idle, EnumSet.of(PlanNote.NO_DEMAND));
    }
}
