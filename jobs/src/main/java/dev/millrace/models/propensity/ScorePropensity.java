package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import dev.millrace.engines.classify.ScoredColumn;
import dev.millrace.engines.rank.Deciles;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.settings.ActionSettings;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.DaySet;
import dev.millrace.table.Reach;
import dev.millrace.tables.ops.ModelVersion;
import dev.millrace.tables.score.Propensity;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores every entity of every problem as of the newest delivery, by the problem's champion; without one at the rate of the
 * known labels. Scores of earlier dates stay as they were published.
 */
public final class ScorePropensity implements Job {

    private static final String BASELINE = "baseline";
    private static final int REASONS = 3;

    private final Settings settings;
    private final ProblemTables tables;

    public ScorePropensity(Settings settings) {
        this.settings = settings;
        this.tables = new ProblemTables(settings.problems());
    }

    @Override
    public String name() {
        return "score-propensity";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>(tables.inputs());
        inputs.add(new Input(ModelVersion.SPEC, Reach.LATEST));
        inputs.add(new Input(Propensity.SPEC, Reach.RECORD));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(Propensity.SPEC);
    }

    @Override
    public String fingerprint() {
        return settings.problems().toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> before = inputs.previous(Propensity.SPEC);
        Dataset<Row> fresh = before.limit(0);
        Set<LocalDate> dates = new TreeSet<>();
        List<Dataset<Row>> shared = new ArrayList<>();
        for (ProblemSettings problem : settings.problems()) {
            LabelledFrame frame = new LabelledFrame(settings, problem);
            // Without rows there is no date; the frame is made all the same, for a dry run to see what is wrong with
            // it.
            LocalDate asOf = frame.asOf(tables.in(inputs)).orElse(LocalDate.EPOCH);
            if (!isPublished(before, problem, asOf)) {
                Dataset<Row> said = said(problem, frame, inputs, asOf);
                shared.add(said);
                fresh = fresh.unionByName(decided(problem, said));
                dates.add(asOf);
            }
        }
        shared.add(fresh);
        return new JobOutputs(
                List.of(output(inputs, before, fresh, DaySet.of(dates))), Optional.empty(), List.of(), shared);
    }

    private static boolean isPublished(Dataset<Row> scores, ProblemSettings problem, LocalDate asOf) {
        return !scores.filter(col("as_of_date")
                        .equalTo(lit(Date.valueOf(asOf)))
                        .and(col("problem").equalTo(problem.name())))
                .isEmpty();
    }

    /** What other problems were told on the same dates stays. */
    private static Output output(JobInputs inputs, Dataset<Row> before, Dataset<Row> fresh, DaySet dates) {
        return inputs.days().isAll()
                ? new Output(Propensity.SPEC, before.unionByName(fresh), Optional.empty())
                : new Output(
                        Propensity.SPEC,
                        before.filter(dates.covers(Propensity.AS_OF_DATE.col())).unionByName(fresh),
                        Optional.of(dates));
    }

    private Dataset<Row> said(ProblemSettings problem, LabelledFrame frame, JobInputs inputs, LocalDate asOf) {
        Function<String, Dataset<Row>> rows = tables.in(inputs);
        Dataset<Row> current = frame.current(rows, asOf);
        Optional<Champion> champion = Champion.of(inputs.newest(ModelVersion.SPEC), problem.name());
        Dataset<Row> said = champion.flatMap(Champion::model)
                .map(model -> current.withColumn("_said", ScoredColumn.of(model, REASONS))
                        .withColumn("probability", round(col("_said.probability"), 6))
                        .withColumn("reasons", col("_said.reasons"))
                        .withColumn("model_version", lit(champion.get().version())))
                .orElseGet(() -> atTheRate(current, frame.labelled(rows)));
        return said.withColumn("as_of_date", lit(Date.valueOf(asOf)));
    }

    private static Dataset<Row> atTheRate(Dataset<Row> rows, Dataset<Row> labelled) {
        Dataset<Row> rate = labelled.agg(
                round(coalesce(avg(LabelledFrame.LABEL), lit(0.5)), 6).alias("probability"));
        return rows.crossJoin(rate)
                .withColumn("reasons", array().cast(ColumnTypes.TEXTS))
                .withColumn("model_version", lit(BASELINE));
    }

    private static Dataset<Row> decided(ProblemSettings problem, Dataset<Row> said) {
        ActionSettings action = problem.action();
        Column profit = col("probability")
                .multiply(action.successRate())
                .multiply(col(LabelledFrame.VALUE))
                .minus(action.contactCost())
                .cast(ColumnTypes.MONEY);
        Dataset<Row> valued = said.withColumn("expected_profit", profit);
        return Deciles.by(valued, col("probability"))
                .join(contacts(valued, action.budget()), new String[] {LabelledFrame.ENTITY}, "left")
                .select(
                        lit(problem.name()).alias("problem"),
                        col("as_of_date"),
                        col(LabelledFrame.ENTITY).alias("entity_id"),
                        col("probability"),
                        col("decile"),
                        col("reasons"),
                        col(LabelledFrame.VALUE).alias("value_at_risk"),
                        col("expected_profit"),
                        coalesce(col("contact"), lit(false)).alias("contact"),
                        col("model_version"));
    }

    /** Who is acted on: the highest expected profits above zero, as many as the budget allows. */
    private static Dataset<Row> contacts(Dataset<Row> valued, Optional<Integer> budget) {
        Dataset<Row> paying = valued.filter(col("expected_profit").gt(0));
        Dataset<Row> chosen = budget.map(
                        most -> paying.orderBy(col("expected_profit").desc(), col(LabelledFrame.ENTITY))
                                .limit(most))
                .orElse(paying);
        return chosen.select(col(LabelledFrame.ENTITY), lit(true).alias("contact"));
    }
}
