package dev.millrace.evaluate;

import dev.millrace.engines.classify.CalibrationByChance;
import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.ModelSearch;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.SearchPlan;
import dev.millrace.engines.classify.Split;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.models.labelled.LabelledFrame;
import dev.millrace.models.labelled.LabelledSample;
import dev.millrace.settings.ProblemSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A labelled table, judged by cross-validation: everything that is learnt or chosen is learnt and chosen anew in each fold,
 * from the rows outside of it alone.
 *
 * @param name what it is asked for by, and the name of the problem
 * @param dataset folder and mapping of the data set, whose configuration holds the problem
 * @param folds parts that the rows are divided into
 * @param repeats how many times they are divided anew
 */
record LabelledEvaluation(String name, String dataset, int folds, int repeats) implements Evaluation {

    private static final int INNER_FOLDS = 4;

    @Override
    public String method() {
        return dataset + ", " + (repeats == 1 ? "" : repeats + " times ") + folds
                + "-fold cross-validation; means over folds, calibration error over all rows; models, hyperparameters and calibration"
                + " chosen inside each fold. Baseline: everyone at the rate of the training rows.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        ProblemSettings problem = problem(data);
        Sample sample = sample(data);
        Tally tally = new Tally();
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Split> splits = Split.folds(sample, folds, problem.seed() + repeat);
            for (int fold = 0; fold < folds; fold++) {
                tally.add(judge(data, problem, splits.get(fold)));
                data.tell(name + ": fold " + (repeat * folds + fold + 1) + " of " + repeats * folds + ", AUC so far "
                        + String.format(Locale.ROOT, "%.4f", tally.mean("auc")));
            }
        }
        List<String> notes = new ArrayList<>(tally.notes());
        if (repeats == 1) {
            notes.add(calibrationByChance(tally.pooled(), problem.seed()));
        }
        return new EvaluationReport(tally.metrics(problem.seed()), notes);
    }

    private ProblemSettings problem(EvaluationData data) {
        return data.lake(dataset).problem(name);
    }

    /** The rows that are divided. */
    Sample sample(EvaluationData data) {
        EvaluationLake lake = data.lake(dataset);
        ProblemSettings problem = problem(data);
        return LabelledSample.of(new LabelledFrame(lake.settings(), problem), lake::read, problem.categorical())
                .sample();
    }

    /** The seed of the first division; that of a repeat is one more. */
    long seed(EvaluationData data) {
        return problem(data).seed();
    }

    /** What is left of a calibration error when nothing is wrong; rows that are judged several times would not be drawn apart. */
    private static String calibrationByChance(Measures said, long seed) {
        CalibrationByChance chance = CalibrationByChance.of(said.probabilities(), seed);
        return String.format(
                Locale.ROOT,
                "exact probabilities of as many rows have an expected_calibration_error of %.4f (%.4f to %.4f) by chance",
                chance.mean(),
                chance.interval().low(),
                chance.interval().high());
    }

    private static Judged judge(EvaluationData data, ProblemSettings problem, Split split) {
        SearchPlan plan = new SearchPlan(problem.models(), problem.timeBudget(), problem.seed());
        Sample training = split.training();
        List<Split> inner = Split.folds(training, INNER_FOLDS, problem.seed());
        ModelSearch.Found found = new ModelSearch(data.session(), plan).search(inner, training);
        ClassifierModel model = found.model();
        return new Judged(
                model.kind() + ", calibration " + model.calibration().method(),
                model.measured(split.validation()),
                found.threshold(),
                training.rate());
    }

    private record Judged(String kind, Measures said, double threshold, double trainingRate) {}

    /** Adds folds up. */
    private static final class Tally {

        private final List<Judged> folds = new ArrayList<>();
        private final Map<String, Integer> kinds = new LinkedHashMap<>();

        void add(Judged fold) {
            folds.add(fold);
            kinds.merge(fold.kind(), 1, Integer::sum);
        }

        double mean(String metric) {
            return folds.stream()
                    .mapToDouble(
                            fold -> Measures.all(fold.threshold()).get(metric).of(fold.said()))
                    .average()
                    .orElse(0);
        }

        private double baseline(String metric) {
            return folds.stream()
                    .mapToDouble(fold -> {
                        double[] said = new double[fold.said().labels().length];
                        Arrays.fill(said, fold.trainingRate());
                        return Measures.all(0.5)
                                .get(metric)
                                .of(new Measures(said, fold.said().labels()));
                    })
                    .average()
                    .orElse(0);
        }

        private Measures pooled() {
            return new Measures(
                    folds.stream()
                            .flatMapToDouble(fold -> Arrays.stream(fold.said().probabilities()))
                            .toArray(),
                    folds.stream()
                            .flatMapToDouble(fold -> Arrays.stream(fold.said().labels()))
                            .toArray());
        }

        List<Metric> metrics(long seed) {
            Measures pooled = pooled();
            double threshold =
                    folds.stream().mapToDouble(Judged::threshold).average().orElse(0.5);
            List<Metric> metrics = new ArrayList<>();
            Measures.all(threshold).forEach((metric, measure) -> {
                Interval interval = pooled.interval(measure, seed);
                double all = measure.of(pooled);
                double value = metric.equals("expected_calibration_error") ? all : mean(metric);
                metrics.add(Metric.of(metric, value)
                        .within(value - (all - interval.low()), value + (interval.high() - all))
                        .beside(baseline(metric)));
            });
            return metrics;
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            kinds.forEach((kind, times) -> notes.add("chosen in " + times + " of " + folds.size() + " folds: " + kind));
            return notes;
        }
    }
}
