package dev.millrace.models.propensity;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.LeakCheck;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.ModelSearch;
import dev.millrace.engines.classify.Reference;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.SearchPlan;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.job.DataException;
import dev.millrace.models.labelled.Division;
import dev.millrace.settings.ProblemSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a model for a problem on labelled rows, and judges it on others, from which neither it nor the champion ever learnt. It
 * becomes champion when its AUC is above that of a guess by more than chance and not below the champion's.
 */
final class PropensityTraining {

    /** The code whose models are alike; a change of it makes new versions. */
    private static final String CODE = "3";

    private static final int FEWEST_OF_A_KIND = 20;
    private static final int MOST_DRIVERS = 8;
    private static final int EXPLAINED = 1_000;

    private final SparkSession session;
    private final ProblemSettings problem;

    PropensityTraining(SparkSession session, ProblemSettings problem) {
        this.session = session;
        this.problem = problem;
    }

    /** Why no model can be trained on these rows; empty when one can. */
    static Optional<String> hindrance(Division rows) {
        if (rows.judging().size() == 0) {
            return Optional.of("no label is known yet");
        }
        if (rows.training().size() == 0) {
            return Optional.of("outcomes are known of one time alone"
                    + rows.judgedAsOf().map(date -> ", that after " + date).orElse("")
                    + ", and a model must have learnt from earlier ones than those that judge it");
        }
        long size = (long) rows.training().size() + rows.judging().size();
        long positives = rows.training().positives() + rows.judging().positives();
        if (positives == 0 || positives == size) {
            return Optional.of("all " + size + " labels are the same");
        }
        return tooFew("learn from", rows.training(), FEWEST_OF_A_KIND).or(() -> tooFew("judge by", rows.judging(), 1));
    }

    private static Optional<String> tooFew(String use, Sample sample, int fewest) {
        long positives = sample.positives();
        if (!sample.hasBothLabels()) {
            return Optional.of("all " + sample.size() + " labels to " + use + " are the same");
        }
        return Math.min(positives, sample.size() - positives) < fewest
                ? Optional.of("of " + sample.size() + " labels to " + use + " " + positives + " are yes: at least "
                        + fewest + " of each kind are needed")
                : Optional.empty();
    }

    /** The name of the model that these rows make. */
    String version(Division rows) {
        String whole = String.join(
                "|",
                CODE,
                problem.toString(),
                rows.training().features().toString(),
                hash(rows.training()),
                hash(rows.judging()));
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13);
    }

    private static String hash(Sample rows) {
        return Arrays.deepHashCode(rows.values()) + "/" + Arrays.hashCode(rows.labels()) + "/" + rows.size();
    }

    /**
     * Trains and judges.
     *
     * @param rows labelled rows that a model can be trained on
     * @param champion the model that it would replace
     * @throws DataException when a feature says the label too well to be known before it
     */
    TrainedModel train(Division rows, Optional<ClassifierModel> champion) {
        Sample training = rows.training();
        requireNoLeak(training);
        ModelSearch.Found found = new ModelSearch(
                        session, new SearchPlan(problem.models(), problem.timeBudget(), problem.seed()))
                .search(rows.splits(), training);
        Measures said = found.model().measured(rows.judging());
        Optional<Measures> champions = champion.filter(model -> model.features().equals(training.features()))
                .map(model -> model.measured(rows.judging()));
        return judged(rows, found, said, champions);
    }

    private TrainedModel judged(Division rows, ModelSearch.Found found, Measures said, Optional<Measures> champion) {
        Interval auc = said.interval(Measures::auc, problem.seed());
        boolean beatsGuess = auc.low() > 0.5;
        boolean beatsChampion = champion.map(other -> said.auc() >= other.auc()).orElse(true);
        Sample training = rows.training();
        return new TrainedModel(
                version(rows),
                found.model(),
                training.size(),
                training.positives(),
                rows.judgedAsOf(),
                said,
                measures(found.threshold(), training.rate(), said, champion),
                beatsGuess && beatsChampion,
                reason(said, auc, champion),
                drivers(found.model(), rows.judging()),
                Reference.of(training, said),
                new ContactBacktest(said, rows.stakes(), problem.action()).results(problem.seed()),
                found.notes());
    }

    /** What moves probabilities most, by the sum of how far each feature moves the log-odds of each row. */
    private static List<String> drivers(ClassifierModel model, Sample rows) {
        Map<String, Double> moved = new HashMap<>();
        for (int i = 0; i < Math.min(EXPLAINED, rows.size()); i++) {
            model.reasons(Integer.MAX_VALUE, rows.values()[i])
                    .forEach(reason -> moved.merge(reason.feature().name(), Math.abs(reason.logOdds()), Double::sum));
        }
        double all = moved.values().stream().mapToDouble(Double::doubleValue).sum();
        return moved.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_DRIVERS)
                .map(each -> String.format(Locale.ROOT, "%s (%.0f %%)", each.getKey(), 100 * each.getValue() / all))
                .toList();
    }

    private static String reason(Measures said, Interval auc, Optional<Measures> champion) {
        String own = String.format(Locale.ROOT, "test AUC %.4f (%.4f to %.4f)", said.auc(), auc.low(), auc.high());
        String other = champion.map(
                        before -> String.format(Locale.ROOT, "; the champion before has %.4f", before.auc()))
                .orElse("; there was no champion to compare with");
        return own + (auc.low() > 0.5 ? ", better than a guess" : ", not surely better than a guess") + other;
    }

    private Map<String, TrainedModel.Measured> measures(
            double threshold, double rate, Measures said, Optional<Measures> champion) {
        double[] guess = new double[said.labels().length];
        Arrays.fill(guess, rate);
        Measures baseline = new Measures(guess, said.labels());
        Map<String, TrainedModel.Measured> measures = new HashMap<>();
        Measures.all(threshold)
                .forEach((name, measure) -> measures.put(
                        name,
                        new TrainedModel.Measured(
                                measure.of(said),
                                said.interval(measure, problem.seed()),
                                measure.of(baseline),
                                champion.map(measure::of))));
        return measures;
    }

    private void requireNoLeak(Sample sample) {
        List<LeakCheck.Suspect> suspects = LeakCheck.suspects(sample, problem.leakLimit()).stream()
                .filter(suspect -> !problem.allowLeaks().contains(suspect.feature()))
                .toList();
        if (!suspects.isEmpty()) {
            String names = suspects.stream()
                    .map(suspect ->
                            String.format(Locale.ROOT, "'%s' (AUC %.3f alone)", suspect.feature(), suspect.auc()))
                    .collect(Collectors.joining(", "));
            throw new DataException("Problem '" + problem.name() + "': " + names
                    + " tells the label too well to be known before it happens. A model would only learn what is already known: put it"
                    + " under problems." + problem.name()
                    + ".exclude, or under allow-leaks if it is known beforehand.");
        }
    }
}
