package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.Sample;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.job.Warning;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.models.labelled.LabelledSample;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.ops.Evaluation;
import dev.millrace.tables.ops.ModelVersion;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a model for each problem whose champion is too old, and makes it champion if the evidence is for it. What was
 * trained before stays on record.
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
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return new LinkedHashSet<>(List.of(Evaluation.SPEC, ModelVersion.SPEC));
    }

    @Override
    public String fingerprint() {
        return settings.problems().toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> models = inputs.previous(ModelVersion.SPEC);
        Dataset<Row> evaluations = inputs.previous(Evaluation.SPEC);
        List<Warning> warnings = new ArrayList<>();
        for (ProblemSettings problem : settings.problems()) {
            Optional<Judged> judged = judge(problem, inputs, models, warnings);
            if (judged.isPresent()) {
                SparkSession session = models.sparkSession();
                models = withNew(problem, models, judged.get());
                evaluations = evaluations.union(session.createDataFrame(
                        evaluationRows(problem, judged.get().trained()), Evaluation.SPEC.schema()));
            }
        }
        return new JobOutputs(
                List.of(
                        Output.ofKeys(
                                Evaluation.SPEC,
                                evaluations,
                                evaluations.select("problem").distinct()),
                        Output.ofKeys(
                                ModelVersion.SPEC,
                                models,
                                models.select("problem").distinct())),
                Optional.empty(),
                warnings);
    }

    private record Judged(TrainedModel trained, LocalDate asOf) {}

    private Optional<Judged> judge(
            ProblemSettings problem, JobInputs inputs, Dataset<Row> models, List<Warning> warnings) {
        Optional<LocalDate> asOf = newestDelivery(tables.rows(inputs, problem.table()));
        Optional<Row> champion = champion(models, problem.name());
        if (asOf.isEmpty() || !isDue(problem, champion, asOf.get())) {
            return Optional.empty();
        }
        Dataset<Row> rows = new LabelledFrame(settings, problem).of(id -> tables.rows(inputs, id));
        LabelledSample.Divided divided = LabelledSample.of(rows, problem.categorical());
        Sample sample = divided.sample();
        Optional<String> hindrance = PropensityTraining.hindrance(sample);
        if (hindrance.isPresent()) {
            warnings.add(new Warning(
                    "model_is_trained",
                    sample.size(),
                    "Problem '" + problem.name() + "': no model can be trained, " + hindrance.get()
                            + ". Everyone is scored at the rate of the known labels."));
            return Optional.empty();
        }
        PropensityTraining training = new PropensityTraining(models.sparkSession(), problem);
        String version = training.version(sample);
        if (!models.filter(col("problem")
                        .equalTo(problem.name())
                        .and(col("version").equalTo(version)))
                .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Judged(training.train(divided, champion.flatMap(TrainPropensity::model)), asOf.get()));
    }

    private static Optional<LocalDate> newestDelivery(Dataset<Row> rows) {
        Row newest = rows.agg(max("known_date")).first();
        return newest.isNullAt(0)
                ? Optional.empty()
                : Optional.of(newest.getDate(0).toLocalDate());
    }

    private static Optional<Row> champion(Dataset<Row> models, String problem) {
        return models
                .filter(col("problem").equalTo(problem).and(col("status").equalTo(ModelVersion.CHAMPION)))
                .collectAsList()
                .stream()
                .findFirst();
    }

    /** A model that this version cannot read is as good as none. */
    private static Optional<ClassifierModel> model(Row version) {
        try {
            return Optional.ofNullable(version.<String>getAs("model")).map(ClassifierModel::ofJson);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isDue(ProblemSettings problem, Optional<Row> champion, LocalDate asOf) {
        return champion.map(row -> row.<Date>getAs("trained_as_of").toLocalDate())
                .map(trained -> !asOf.isBefore(trained.plusDays(problem.retrainDays())))
                .orElse(true);
    }

    private static Dataset<Row> withNew(ProblemSettings problem, Dataset<Row> models, Judged judged) {
        Dataset<Row> before = models;
        if (judged.trained().promoted()) {
            Column dethroned =
                    col("problem").equalTo(problem.name()).and(col("status").equalTo(ModelVersion.CHAMPION));
            before = models.withColumn(
                    "status", when(dethroned, lit(ModelVersion.RETIRED)).otherwise(col("status")));
        }
        return before.union(
                models.sparkSession().createDataFrame(List.of(modelRow(problem, judged)), ModelVersion.SPEC.schema()));
    }

    private static Row modelRow(ProblemSettings problem, Judged judged) {
        TrainedModel trained = judged.trained();
        ClassifierModel model = trained.model();
        return RowFactory.create(
                problem.name(),
                trained.version(),
                Date.valueOf(judged.asOf()),
                model.kind(),
                model.hyperparameters(),
                model.calibration().method(),
                trained.trainingRows(),
                trained.trainingPositives(),
                (long) trained.test().labels().length,
                trained.promoted() ? ModelVersion.CHAMPION : ModelVersion.REJECTED,
                trained.reason(),
                model.features().stream().map(Feature::name).toArray(String[]::new),
                trained.notes().toArray(new String[0]),
                model.toJson());
    }

    private static List<Row> evaluationRows(ProblemSettings problem, TrainedModel trained) {
        List<Row> rows = new ArrayList<>();
        trained.measures()
                .forEach((metric, measured) -> rows.add(RowFactory.create(
                        problem.name(),
                        trained.version(),
                        metric,
                        measured.value(),
                        measured.interval().low(),
                        measured.interval().high(),
                        measured.baseline(),
                        measured.champion().orElse(null))));
        return rows;
    }
}
