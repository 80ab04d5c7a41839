package dev.millrace.evaluate;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.ModelSearch;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.SearchPlan;
import dev.millrace.engines.classify.Split;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.models.labelled.Division;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.models.labelled.LabelledSample;
import dev.millrace.settings.ProblemSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who of a real shop's customers orders nothing in the next quarter, asked as of a date that no model has seen. */
final class ChurnEvaluation implements Evaluation {

    private static final String RECENCY = "recency_days";

    @Override
    public String name() {
        return "online-retail-churn";
    }

    @Override
    public String method() {
        return "Online Retail, customers as of the newest date whose next 90 days are known; learnt from snapshots whose 90 days had"
                + " passed by then, models chosen on the newest of those. Baseline: a logistic regression on recency alone,"
                + " learnt from the same rows.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        EvaluationLake lake = data.lakeOfCustomers("online-retail", "by-day");
        ProblemSettings problem = lake.problem("customer-churn");
        LabelledFrame frame = new LabelledFrame(lake.settings(), problem);
        Division rows =
                LabelledSample.of(frame, lake::read, problem.categorical()).divided(problem);
        data.tell("training on " + rows.training().size() + " rows");
        ModelSearch.Found found = search(data, problem, problem.models(), rows.training(), rows.splits());
        Measures said = found.model().measured(rows.judging());
        Measures baseline = recency(data, problem, rows);
        List<Metric> metrics = new ArrayList<>();
        Measures.all(found.threshold()).forEach((metric, measure) -> {
            Interval interval = said.interval(measure, problem.seed());
            metrics.add(Metric.of(metric, measure.of(said)).within(interval).beside(measure.of(baseline)));
        });
        return new EvaluationReport(metrics, notes(problem, rows, found, said, baseline));
    }

    private static ModelSearch.Found search(
            EvaluationData data, ProblemSettings problem, List<String> kinds, Sample training, List<Split> splits) {
        return new ModelSearch(data.session(), new SearchPlan(kinds, problem.timeBudget(), problem.seed()))
                .search(splits, training);
    }

    private static Measures recency(EvaluationData data, ProblemSettings problem, Division rows) {
        List<Split> splits = rows.splits().stream()
                .map(split -> new Split(recency(split.training()), recency(split.validation())))
                .toList();
        ClassifierModel model = search(data, problem, List.of("logistic"), recency(rows.training()), splits)
                .model();
        return model.measured(recency(rows.judging()));
    }

    private static Sample recency(Sample rows) {
        int at = rows.features().stream().map(Feature::name).toList().indexOf(RECENCY);
        Object[][] values =
                Arrays.stream(rows.values()).map(row -> new Object[] {row[at]}).toArray(Object[][]::new);
        return new Sample(List.of(rows.features().get(at)), values, rows.labels());
    }

    private static List<String> notes(
            ProblemSettings problem, Division rows, ModelSearch.Found found, Measures said, Measures baseline) {
        Interval ahead = said.advantage(baseline, Measures::auc, problem.seed());
        return List.of(
                "Judged as of " + rows.judgedAsOf().orElseThrow() + " on "
                        + rows.judging().size() + " customers, of whom "
                        + rows.judging().positives() + " ordered nothing; learnt from "
                        + rows.training().size() + " rows.",
                "Chosen: " + found.model().kind() + ", calibration "
                        + found.model().calibration().method() + ".",
                String.format(
                        Locale.ROOT,
                        "AUC is higher than that of the baseline by %.4f to %.4f (95 %%).",
                        ahead.low(),
                        ahead.high()));
    }
}
