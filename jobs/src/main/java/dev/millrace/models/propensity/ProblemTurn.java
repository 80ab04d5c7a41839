package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Sample;
import dev.millrace.job.Warning;
import dev.millrace.models.labelled.Division;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.models.labelled.LabelledSample;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.tables.ops.Drift;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One problem in one run: how far the world has moved from its champion's, and a new model where one is due.
 *
 * <p>One is due when the newest is {@code retrain-every-days} old by the data's dates; already after a third of that when
 * the champion's probabilities or its performance have changed.
 */
final class ProblemTurn {

    /** Enough to tell a shift from chance. */
    private static final long WATCHED = 20_000;

    private static final int SOONEST = 3;

    private final ProblemSettings problem;
    private final LabelledFrame frame;
    private final Function<String, Dataset<Row>> tables;
    private final TrainingRecord record;

    ProblemTurn(
            ProblemSettings problem,
            LabelledFrame frame,
            Function<String, Dataset<Row>> tables,
            TrainingRecord record) {
        this.problem = problem;
        this.frame = frame;
        this.tables = tables;
        this.record = record;
    }

    /**
     * What came of it.
     *
     * @param trained the new model
     * @param watched what has moved
     * @param champion the champion before
     * @param warnings what a person should know
     */
    record Outcome(
            Optional<TrainedModel> trained,
            List<DriftWatch.Watched> watched,
            Optional<Champion> champion,
            List<Warning> warnings) {

        Outcome {
            watched = List.copyOf(watched);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Watches, and trains if it is time.
     *
     * @param asOf the newest day that is known
     */
    Outcome take(LocalDate asOf) {
        Optional<Champion> champion = Champion.of(record.models(), problem.name());
        List<Warning> warnings = new ArrayList<>();
        List<DriftWatch.Watched> watched =
                champion.map(known -> watch(known, asOf)).orElse(List.of());
        changed(watched).ifPresent(warnings::add);
        Optional<TrainedModel> trained = isDue(champion, watched, asOf) ? train(champion, warnings) : Optional.empty();
        return new Outcome(trained, watched, champion, warnings);
    }

    private boolean isDue(Optional<Champion> champion, List<DriftWatch.Watched> watched, LocalDate asOf) {
        Row newest = record.models()
                .filter(col("problem").equalTo(problem.name()))
                .agg(max("trained_as_of"))
                .first();
        if (champion.isEmpty() || newest.isNullAt(0)) {
            return true;
        }
        boolean changed = watched.stream()
                        .anyMatch(each -> each.isChanged() && !each.kind().equals(Drift.INPUT))
                || record.hasFallen(problem.name(), champion.get().version());
        int days = changed ? problem.retrainDays() / SOONEST : problem.retrainDays();
        return !asOf.isBefore(newest.getDate(0).toLocalDate().plusDays(days));
    }

    private List<DriftWatch.Watched> watch(Champion champion, LocalDate asOf) {
        if (champion.model().isEmpty() || champion.reference().isEmpty()) {
            return List.of();
        }
        ClassifierModel model = champion.model().get();
        Dataset<Row> current = frame.current(tables, asOf);
        if (!hasAll(current, model)) {
            return List.of();
        }
        DriftWatch watch = new DriftWatch(model, problem.seed());
        List<DriftWatch.Watched> watched = new ArrayList<>(watch.shifts(
                champion.reference().get(),
                LabelledSample.seenBy(current, model.features(), WATCHED).sample(),
                asOf));
        performance(champion, model, watch).ifPresent(watched::add);
        return watched;
    }

    private static boolean hasAll(Dataset<Row> rows, ClassifierModel model) {
        List<String> columns = List.of(rows.columns());
        return model.features().stream().allMatch(feature -> columns.contains(feature.name()));
    }

    /** How the champion did on the newest snapshots since those that judged it, once their time is over. */
    private Optional<DriftWatch.Watched> performance(Champion champion, ClassifierModel model, DriftWatch watch) {
        Optional<LocalDate> closed = champion.judgedAsOf()
                .flatMap(judged -> frame.newestClosed(tables).filter(date -> date.isAfter(judged)))
                .filter(date -> !record.isMeasured(problem.name(), champion.version(), date));
        Optional<Double> expected = record.auc(problem.name(), champion.version());
        if (closed.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        Dataset<Row> rows =
                frame.labelled(tables).filter(col(LabelledFrame.AS_OF).equalTo(lit(Date.valueOf(closed.get()))));
        Sample known = LabelledSample.seenBy(rows, model.features(), WATCHED).sample();
        return known.hasBothLabels()
                ? Optional.of(watch.performance(known, closed.get(), expected.get()))
                : Optional.empty();
    }

    private Optional<Warning> changed(List<DriftWatch.Watched> watched) {
        List<DriftWatch.Watched> changed =
                watched.stream().filter(DriftWatch.Watched::isChanged).toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String names = changed.stream().map(DriftWatch.Watched::name).collect(Collectors.joining(", "));
        return Optional.of(
                new Warning(
                        "model_fits_its_world",
                        changed.size(),
                        "Problem '" + problem.name() + "': since its model was made, " + names
                                + " changed more than chance explains. Figures are in ops/drift; a new model is tried when it is due."));
    }

    private Optional<TrainedModel> train(Optional<Champion> champion, List<Warning> warnings) {
        Division rows = LabelledSample.of(frame, tables, problem.categorical()).divided(problem);
        Optional<String> hindrance = PropensityTraining.hindrance(rows);
        if (hindrance.isPresent()) {
            warnings.add(new Warning(
                    "model_is_trained",
                    rows.training().size(),
                    "Problem '" + problem.name() + "': no model can be trained, " + hindrance.get()
                            + (champion.isPresent()
                                    ? ". The champion goes on."
                                    : ". Everyone is scored at the rate of the known labels.")));
            return Optional.empty();
        }
        PropensityTraining training = new PropensityTraining(record.models().sparkSession(), problem);
        return record.isKnown(problem.name(), training.version(rows))
                ? Optional.empty()
                : Optional.of(training.train(rows, champion.flatMap(Champion::model)));
    }
}
