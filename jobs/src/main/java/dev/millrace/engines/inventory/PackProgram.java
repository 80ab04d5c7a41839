package dev.millrace.engines.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** The choice of packs as a mixed-integer linear program. */
final class PackProgram {

    private static final long MILLISECONDS = 10_000;

    /** The variables of one item: whether it is ordered, and how many packs beyond the minimum. */
    private record Choice(Variable ordered, Variable more) {}

    private final List<JointItem> items;
    private final List<PackGains> gains;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Choice> choices = new ArrayList<>();

    PackProgram(List<JointItem> items, List<PackGains> gains, JointLimits limits) {
        this.items = items;
        this.gains = gains;
        for (int i = 0; i < items.size(); i++) {
            choices.add(choice(i));
        }
        if (Double.isFinite(limits.budget())) {
            limit("budget", limits.budget(), JointItem::packCost);
        }
        if (Double.isFinite(limits.capacity())) {
            limit("capacity", limits.capacity(), JointItem::packVolume);
        }
    }

    private Choice choice(int i) {
        PackGains gain = gains.get(i);
        Variable ordered = model.newVariable("ordered" + i).binary().weight(gain.minimumGain());
        Variable more = model.newVariable("more" + i)
                .lower(0)
                .upper(gain.most() - gain.minimum())
                .integer(true);
        Expression pieces = model.newExpression("pieces" + i).level(0).set(more, -1);
        for (int k = 0; k < gain.widths().length; k++) {
            Variable piece = model.newVariable("piece" + i + "." + k)
                    .lower(0)
                    .upper(gain.widths()[k])
                    .weight(gain.gains()[k]);
            pieces.set(piece, 1);
        }
        model.newExpression("minimum" + i).upper(0).set(more, 1).set(ordered, gain.minimum() - gain.most());
        return new Choice(ordered, more);
    }

    private void limit(String name, double most, ToDoubleFunction<JointItem> taken) {
        Expression sum = model.newExpression(name).upper(most);
        for (int i = 0; i < items.size(); i++) {
            double pack = taken.applyAsDouble(items.get(i));
            sum.set(choices.get(i).ordered, pack * gains.get(i).minimum());
            sum.set(choices.get(i).more, pack);
        }
    }

    /** Packs of each item; empty where no optimum was proven in time. */
    Optional<int[]> solve() {
        model.options.time_abort = MILLISECONDS;
        // In one order always, so that the same items have the same packs where several are best.
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(Parallelism.ONE));
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            return Optional.empty();
        }
        int[] packs = new int[items.size()];
        for (int i = 0; i < packs.length; i++) {
            Choice choice = choices.get(i);
            long ordered = Math.round(choice.ordered.getValue().doubleValue());
            long more = Math.round(choice.more.getValue().doubleValue());
            packs[i] = Math.toIntExact(ordered * gains.get(i).minimum() + more);
        }
        return Optional.of(packs);
    }
}
