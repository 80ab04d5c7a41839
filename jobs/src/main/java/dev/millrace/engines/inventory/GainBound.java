package dev.millrace.engines.inventory;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * What no order within the limits can gain more than. With a price on each limit, items no longer compete and each has its best packs;
 * what they gain beyond the price, and the price of the limits, bound every order, and the lowest such bound is the tightest. Source:
 * Everett, "Generalized Lagrange multiplier method for solving problems of optimum allocation of resources", Operations Research 11 (1963).
 */
final class GainBound {

    private static final double PRECISION = 1e-9;
    private static final int MOST_CALLS = 1000;

    private final List<JointItem> items;
    private final List<PackGains> gains;
    private final JointLimits limits;

    GainBound(List<JointItem> items, List<PackGains> gains, JointLimits limits) {
        this.items = items;
        this.gains = gains;
        this.limits = limits;
    }

    /** The lowest bound, with the prices that give it. */
    LimitPrices lowest() {
        double budgetPrice = highestPrice(limits.budget(), JointItem::packCost);
        double capacityPrice = highestPrice(limits.capacity(), JointItem::packVolume);
        double money = lowest(budgetPrice, m -> bound(m, lowest(capacityPrice, room -> bound(m, room))));
        double room = lowest(capacityPrice, r -> bound(money, r));
        return new LimitPrices(money, room, bound(money, room));
    }

    /** Above this price nothing that draws on the limit would be ordered; a limit without end has no price. */
    private double highestPrice(double limit, ToDoubleFunction<JointItem> taken) {
        double highest = 0;
        for (int i = 0; i < items.size() && Double.isFinite(limit); i++) {
            double pack = taken.applyAsDouble(items.get(i));
            double most = gains.get(i).mostByPack();
            highest = pack > 0 ? Math.max(highest, most / pack) : highest;
        }
        return highest;
    }

    private double bound(double money, double room) {
        double bound = money > 0 ? money * limits.budget() : 0;
        bound += room > 0 ? room * limits.capacity() : 0;
        for (int i = 0; i < items.size(); i++) {
            JointItem item = items.get(i);
            bound += gains.get(i).beyond(money * item.packCost() + room * item.packVolume());
        }
        return bound;
    }

    /** Where a convex function between 0 and a highest point is least; any point gives a bound, if not the tightest. */
    private static double lowest(double highest, DoubleUnaryOperator convex) {
        if (highest == 0) {
            return 0;
        }
        return new BrentOptimizer(PRECISION, PRECISION * highest)
                .optimize(
                        new UnivariateObjectiveFunction(convex::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(0, highest),
                        new MaxEval(MOST_CALLS))
                .getPoint();
    }
}
