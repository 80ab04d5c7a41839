package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.ModelCard;
import dev.millrace.tables.ops.Drift;
import dev.millrace.tables.ops.Evaluation;
import dev.millrace.tables.ops.ModelVersion;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Publishes what a reader of scores has to know of the model that made them. */
public final class PublishModelCard implements Job {

    private static final String CALIBRATION_ERROR = "expected_calibration_error";
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
        Dataset<Row> champions = inputs.table(ModelVersion.SPEC)
                .filter(col("status").equalTo(ModelVersion.CHAMPION))
                .drop("model", "reference");
        Map<String, Row> byProblem = new HashMap<>();
        champions.collectAsList().forEach(row -> byProblem.put(row.getAs("problem"), row));
        List<Row> measures = ofChampions(inputs.table(Evaluation.SPEC), byProblem);
        List<Row> watched = ofChampions(inputs.table(Drift.SPEC), byProblem);
        List<Row> cards = settings.problems().stream()
                .filter(problem -> byProblem.containsKey(problem.name()))
                .map(problem ->
                        card(problem, byProblem.get(problem.name()), of(problem, measures), of(problem, watched)))
                .toList();
        return JobOutputs.of(ModelCard.SPEC, champions.sparkSession().createDataFrame(cards, ModelCard.SPEC.schema()));
    }

    /** A handful of rows: those about models that score now. */
    private static List<Row> ofChampions(Dataset<Row> rows, Map<String, Row> champions) {
        Object[] versions =
                champions.values().stream().map(row -> row.getAs("version")).toArray();
        return rows.filter(col("version").isin(versions)).collectAsList();
    }

    private static List<Row> of(ProblemSettings problem, List<Row> rows) {
        return rows.stream()
                .filter(row -> problem.name().equals(row.getAs("problem")))
                .toList();
    }

    private static Row card(ProblemSettings problem, Row model, List<Row> measures, List<Row> watched) {
        Map<String, Row> byMetric = new HashMap<>();
        measures.forEach(row -> byMetric.put(row.getAs("metric"), row));
        double rate = (double) model.<Long>getAs("training_positives") / model.<Long>getAs("training_rows");
        return RowFactory.create(
                problem.name(),
                question(problem),
                about(problem),
                problem.horizonDays().orElse(null),
                model.getAs("version"),
                model.getAs("kind"),
                model.getAs("calibration"),
                model.getAs("trained_as_of"),
                model.getAs("training_rows"),
                rate,
                model.getAs("test_rows"),
                model.getAs("judged_as_of"),
                figure(byMetric, "auc", "value"),
                figure(byMetric, "auc", "low"),
                figure(byMetric, "auc", "high"),
                figure(byMetric, "lift_10", "value"),
                figure(byMetric, CALIBRATION_ERROR, "value"),
                model.getAs("drivers"),
                drift(watched),
                limits(model, byMetric));
    }

    private static Double figure(Map<String, Row> measures, String metric, String column) {
        return measures.containsKey(metric) ? measures.get(metric).<Double>getAs(column) : null;
    }

    private static String question(ProblemSettings problem) {
        String within = problem.horizonDays()
                .map(days -> ", within " + days + " days of the snapshot")
                .orElse("");
        return "Is it so that " + problem.label() + within + "?";
    }

    private static String about(ProblemSettings problem) {
        String who = problem.where().equals("true") ? "" : " where " + problem.where();
        return "each " + problem.entity() + " of " + problem.table() + who;
    }

    /** What moved, by the newest day on which each kind of thing was watched. */
    private static String drift(List<Row> watched) {
        Map<String, Date> newest = new HashMap<>();
        watched.forEach(row -> newest.merge(
                row.getAs("kind"), row.getAs("as_of_date"), (one, other) -> one.after(other) ? one : other));
        if (newest.isEmpty()) {
            return "not watched yet";
        }
        String moved = watched.stream()
                .filter(row -> newest.get(row.<String>getAs("kind")).equals(row.getAs("as_of_date")))
                .filter(row -> !Drift.STABLE.equals(row.getAs("level")))
                .map(row -> row.getAs("name") + " (" + row.getAs("level") + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        return (moved.isEmpty() ? "nothing moved by more than chance" : moved) + ", as of "
                + newest.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String[] limits(Row model, Map<String, Row> measures) {
        List<String> limits = new ArrayList<>();
        Date judged = model.getAs("judged_as_of");
        limits.add(
                judged == null
                        ? "Judged on other entities of the same time, not on later ones."
                        : "Judged on one date alone, " + judged + "; other seasons may differ.");
        if (model.<Long>getAs("training_positives") < FEW) {
            limits.add("It happened to few of those that it learnt from.");
        }
        Double auc = figure(measures, "auc", "value");
        if (auc != null && auc < POORLY) {
            limits.add("It ranks only somewhat better than a guess.");
        }
        Double error = figure(measures, CALIBRATION_ERROR, "value");
        if (error != null && error > MISCALIBRATED) {
            limits.add("Its probabilities are off by more than 5 points on average: use the ranking.");
        }
        limits.add("It tells what goes together, not what causes it: acting on a reason need not change the outcome.");
        limits.add("Not for decisions about a person that the law reserves to people.");
        return limits.toArray(new String[0]);
    }
}
