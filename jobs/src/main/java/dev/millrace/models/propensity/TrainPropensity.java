package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.job.Warning;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.SaveListBacktest;
import dev.millrace.tables.ops.Drift;
import dev.millrace.tables.ops.Evaluation;
import dev.millrace.tables.ops.ModelVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Watches the champion of each problem, trains a model where one is due, and makes it champion if the evidence is for it. What
 * was trained before stays on record.
 */
public final class TrainPropensity implements Job {

    private final Settings settings;
    private final ProblemTables tables;

    public TrainPropensity(Settings settings) {
        this.settings = settings;
        this.tables = new ProblemTables(settings.problems());
    }

    @Override
    public String name() {
        return "train-propensity";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>(tables.inputs());
        inputs.add(new Input(ModelVersion.SPEC, Reach.RECORD));
        inputs.add(new Input(Evaluation.SPEC, Reach.RECORD));
        inputs.add(new Input(Drift.SPEC, Reach.RECORD));
        inputs.add(new Input(SaveListBacktest.SPEC, Reach.RECORD));
        return inputs;
    }

    /** The models last: a score never names one that was not judged. */
    @Override
    public Set<Asset> outputs() {
        return new LinkedHashSet<>(List.of(Evaluation.SPEC, Drift.SPEC, SaveListBacktest.SPEC, ModelVersion.SPEC));
    }

    @Override
    public String fingerprint() {
        return settings.problems().toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> models = inputs.previous(ModelVersion.SPEC);
        TrainingRecord record =
                new TrainingRecord(models, inputs.previous(Evaluation.SPEC), inputs.previous(Drift.SPEC));
        List<Row> measured = new ArrayList<>();
        List<Row> watched = new ArrayList<>();
        List<Row> lists = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (ProblemSettings problem : settings.problems()) {
            LabelledFrame frame = new LabelledFrame(settings, problem);
            Function<String, Dataset<Row>> rows = tables.in(inputs);
            Optional<LocalDate> asOf = frame.asOf(rows);
            if (asOf.isEmpty()) {
                continue;
            }
            ProblemTurn.Outcome outcome = new ProblemTurn(problem, frame, rows, record).take(asOf.get());
            PropensityRows made = new PropensityRows(problem.name());
            outcome.champion().ifPresent(champion -> watched.addAll(made.drift(champion.version(), outcome.watched())));
            warnings.addAll(outcome.warnings());
            if (outcome.trained().isPresent()) {
                TrainedModel trained = outcome.trained().get();
                models = withNew(problem, models, made.model(trained, asOf.get()), trained.promoted());
                measured.addAll(made.evaluations(trained));
                lists.addAll(made.backtest(trained, problem.action().successRate()));
            }
        }
        return new JobOutputs(
                List.of(
                        added(inputs, Evaluation.SPEC, measured),
                        added(inputs, Drift.SPEC, watched),
                        added(inputs, SaveListBacktest.SPEC, lists),
                        Output.ofKeys(
                                ModelVersion.SPEC,
                                models,
                                models.select("problem").distinct())),
                Optional.empty(),
                warnings);
    }

    /** New rows in the place of those of equal key; the others stay. */
    private static Output added(JobInputs inputs, TableSpec table, List<Row> rows) {
        Dataset<Row> before = inputs.previous(table);
        Dataset<Row> fresh = before.sparkSession().createDataFrame(rows, table.schema());
        Dataset<Row> keys = fresh.selectExpr(table.keyNames().toArray(new String[0]));
        return inputs.days().isAll()
                ? new Output(
                        table,
                        before.join(keys, table.keyNames().toArray(new String[0]), "left_anti")
                                .unionByName(fresh, true),
                        Optional.empty())
                : Output.ofKeys(table, fresh, keys);
    }

    private static Dataset<Row> withNew(ProblemSettings problem, Dataset<Row> models, Row model, boolean promoted) {
        Dataset<Row> before = models;
        if (promoted) {
            Column dethroned =
                    col("problem").equalTo(problem.name()).and(col("status").equalTo(ModelVersion.CHAMPION));
            before = models.withColumn(
                    "status", when(dethroned, lit(ModelVersion.RETIRED)).otherwise(col("status")));
        }
        return before.unionByName(
                models.sparkSession().createDataFrame(List.of(model), ModelVersion.SPEC.schema()), true);
    }
}
