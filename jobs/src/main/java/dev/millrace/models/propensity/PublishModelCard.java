package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.ModelCard;
import dev.millrace.tables.ops.Drift;
import dev.millrace.tables.ops.Evaluation;
import dev.millrace.tables.ops.ModelVersion;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Publishes what a reader of scores has to know of the model that made them. */
public final class PublishModelCard implements Job {

    private static final StructType QUESTIONS = new StructType()
            .add("problem", DataTypes.StringType)
            .add("question", DataTypes.StringType)
            .add("about", DataTypes.StringType)
            .add("horizon_days", DataTypes.IntegerType);

    private static final List<String> MEASURES = List.of("auc", "lift_10", "expected_calibration_error");
    private static final int FEW = 1_000;
    private static final double POORLY = 0.7;
    private static final double MISCALIBRATED = 0.05;

    private final Settings settings;

    public PublishModelCard(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "publish-model_card";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(ModelVersion.SPEC, Reach.ALL),
                new Input(Evaluation.SPEC, Reach.ALL),
                new Input(Drift.SPEC, Reach.ALL));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(ModelCard.SPEC);
    }

    @Override
    public String fingerprint() {
        return settings.problems().toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> models = inputs.table(ModelVersion.SPEC);
        Dataset<Row> questions = models.sparkSession()
                .createDataFrame(
                        settings.problems().stream()
                                .map(PublishModelCard::question)
                                .toList(),
                        QUESTIONS);
        Dataset<Row> measured = inputs.table(Evaluation.SPEC)
                .groupBy("problem", "version")
                .pivot("metric", List.copyOf(MEASURES))
                .agg(
                        first("value").alias("value"),
                        first("low").alias("low"),
                        first("high").alias("high"));
        Dataset<Row> cards = models.filter(col("status").equalTo(ModelVersion.CHAMPION))
                .join(questions, "problem")
                .join(measured, new String[] {"problem", "version"}, "left")
                .join(drift(inputs.table(Drift.SPEC)), new String[] {"problem", "version"}, "left")
                .withColumn("model_version", col("version"))
                .withColumn("training_rate", round(col("training_positives").divide(col("training_rows")), 6))
                .withColumn("auc", col("auc_value"))
                .withColumn("lift_10", col("lift_10_value"))
                .withColumn("calibration_error", col("expected_calibration_error_value"))
                .withColumn("drift", coalesce(col("drift"), lit("not watched yet")))
                .withColumn("limits", limits());
        return JobOutputs.of(
                ModelCard.SPEC,
                cards.select(ModelCard.SPEC.fields().stream().map(Field::col).toArray(Column[]::new)));
    }

    private static Row question(ProblemSettings problem) {
        String within = problem.horizonDays()
                .map(days -> ", within " + days + " days of the snapshot")
                .orElse("");
        String who = problem.where().equals("true") ? "" : " where " + problem.where();
        return RowFactory.create(
                problem.name(),
                "Is it so that " + problem.label() + within + "?",
                "each " + problem.entity() + " of " + problem.table() + who,
                problem.horizonDays().orElse(null));
    }

    /** What moved, by the newest day on which each thing was watched. */
    private static Dataset<Row> drift(Dataset<Row> watched) {
        Dataset<Row> newest = watched.groupBy("problem", "version", "kind")
                .agg(max("as_of_date").alias("as_of_date"));
        Column moved =
                when(col("level").notEqual(Drift.STABLE), concat(col("name"), lit(" ("), col("level"), lit(")")));
        Column names = array_join(array_sort(collect_list(moved)), ", ");
        return watched.join(newest, new String[] {"problem", "version", "kind", "as_of_date"})
                .groupBy("problem", "version")
                .agg(names.alias("moved"), max("as_of_date").alias("seen"))
                .select(
                        col("problem"),
                        col("version"),
                        concat(
                                        when(col("moved").equalTo(""), "nothing moved by more than chance")
                                                .otherwise(col("moved")),
                                        lit(", as of "),
                                        col("seen").cast("string"))
                                .alias("drift"));
    }

    private static Column limits() {
        Column seen = when(
                        col("judged_as_of").isNull(), "Judged on other entities of the same time, not on later ones.")
                .otherwise(concat(
                        lit("Judged on one date alone, "),
                        col("judged_as_of").cast("string"),
                        lit("; other seasons may differ.")));
        return array_compact(array(
                seen,
                when(col("training_positives").lt(FEW), "It happened to few of those that it learnt from."),
                when(col("auc_value").lt(POORLY), "It ranks only somewhat better than a guess."),
                when(
                        col("expected_calibration_error_value").gt(MISCALIBRATED),
                        "Its probabilities are off by more than 5 points on average: use the ranking."),
                lit("It tells what goes together, not what causes it: acting on a reason need not change the outcome."),
                lit("Not for decisions about a person that the law reserves to people.")));
    }
}
