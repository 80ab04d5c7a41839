package dev.millrace.models.propensity;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Distribution;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.Reference;
import dev.millrace.engines.classify.Sample;
import dev.millrace.tables.ops.Drift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares a champion's world with that of its making. */
final class DriftWatch {

    private static final double MOVED = 0.1;
    private static final double CHANGED = 0.25;

    private final ClassifierModel model;
    private final long seed;

    DriftWatch(ClassifierModel model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /**
     * Something that was watched; see {@link Drift}.
     *
     * @param asOf day that the entities were seen as of
     */
    record Watched(LocalDate asOf, String kind, String name, double value, double expected, long rows, String level) {

        boolean isChanged() {
            return level.equals(Drift.CHANGED);
        }
    }

    /**
     * How far features and probabilities have moved.
     *
     * @param reference the world of the model's making
     * @param now entities to score, with the features that the model knows
     * @param asOf day that they were seen as of
     */
    List<Watched> shifts(Reference reference, Sample now, LocalDate asOf) {
        List<Watched> watched = new ArrayList<>();
        for (int i = 0; i < now.features().size(); i++) {
            Distribution before = reference.inputs().get(i);
            watched.add(shift(asOf, Drift.INPUT, before, Reference.values(now, i)));
        }
        List<Object> said = Reference.boxed(model.measured(now).probabilities());
        watched.add(shift(asOf, Drift.SCORE, reference.scores(), said));
        return watched;
    }

    private static Watched shift(LocalDate asOf, String kind, Distribution before, List<Object> now) {
        Distribution.Shift shift = before.shift(now);
        return new Watched(asOf, kind, before.name(), shift.index(), shift.byChance(), now.size(), level(shift));
    }

    private static String level(Distribution.Shift shift) {
        if (shift.index() <= Math.max(MOVED, shift.byChance())) {
            return Drift.STABLE;
        }
        return shift.index() <= CHANGED ? Drift.MOVED : Drift.CHANGED;
    }

    /**
     * How well the model ranks what has happened since it was made.
     *
     * @param known rows with their outcomes, of snapshots of one date
     * @param asOf that date
     * @param expected AUC on the rows that judged the model
     */
    Watched performance(Sample known, LocalDate asOf, double expected) {
        Measures said = model.measured(known);
        boolean fallen = said.interval(Measures::auc, seed).high() < expected;
        return new Watched(
                asOf,
                Drift.PERFORMANCE,
                "auc",
                said.auc(),
                expected,
                known.size(),
                fallen ? Drift.CHANGED : Drift.STABLE);
    }
}
