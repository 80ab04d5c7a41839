package dev.millrace.models.propensity;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.LeakCheck;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.ModelSearch;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.SearchPlan;
import dev.millrace.engines.classify.Split;
import dev.millrace.job.DataException;
import dev.millrace.models.labelled.LabelledSample;
import dev.millrace.settings.ProblemSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a model for a problem on labelled rows, and judges it on others: a fifth of the entities, from which neither it nor the
 * champion ever learnt. It becomes champion when its AUC is above that of a guess by more than chance
 * and not below the champion's.
 */
final class PropensityTraining {

    /** The code whose models are alike; a change of it makes new versions. */
    private static final String CODE = "1";

    private static final int ENOUGH = 3_000;
    private static final int INNER_FOLDS = 4;
    private static final int FEWEST_OF_A_KIND = 20;

    private final SparkSession session;
    private final ProblemSettings problem;

    PropensityTraining(SparkSession session, ProblemSettings problem) {
        this.session = session;
        this.problem = problem;
    }

    /** Why no model can be trained on these rows; empty when one can. */
    static Optional<String> hindrance(Sample sample) {
        long positives = sample.positives();
        if (sample.size() == 0) {
            return Optional.of("no label is known yet");
        }
        if (positives == 0 || positives == sample.size()) {
            return Optional.of("all " + sample.size() + " labels are the same");
        }
        return Math.min(positives, sample.size() - positives) < FEWEST_OF_A_KIND
                ? Optional.of("of " + sample.size() + " labels " + positives + " are yes: at least " + FEWEST_OF_A_KIND
                        + " of each kind are needed")
                : Optional.empty();
    }

    /** The name of the model that these rows make. */
    String version(Sample sample) {
        String rows =
                Arrays.deepHashCode(sample.values()) + "/" + Arrays.hashCode(sample.labels()) + "/" + sample.size();
        String whole = CODE + "|" + problem + "|" + sample.features() + "|" + rows;
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13);
    }

    /**
     * Trains and judges.
     *
     * @param rows labelled rows that a model can be trained on
     * @param champion the model that it would replace
     * @throws DataException when a feature says the label too well to be known before it
     */
    TrainedModel train(LabelledSample.Divided rows, Optional<ClassifierModel> champion) {
        Sample sample = rows.sample();
        requireNoLeak(sample);
        Sample training = rows.training();
        Sample test = rows.judging();
        List<Split> splits = Split.folds(training, INNER_FOLDS, problem.seed());
        int choosing = training.size() > ENOUGH ? 1 : INNER_FOLDS;
        ModelSearch.Found found = new ModelSearch(
                        session, new SearchPlan(problem.models(), problem.timeBudget(), problem.seed()))
                .search(splits, choosing, training);
        Measures said = found.model().measured(test);
        Optional<Measures> champions = champion.filter(model -> model.features().equals(sample.features()))
                .map(model -> model.measured(test));
        return judged(sample, found, training, said, champions);
    }

    private TrainedModel judged(
            Sample sample, ModelSearch.Found found, Sample training, Measures said, Optional<Measures> champion) {
        Measures.Interval auc = said.interval(Measures::auc, problem.seed());
        boolean beatsGuess = auc.low() > 0.5;
        boolean beatsChampion = champion.map(other -> said.auc() >= other.auc()).orElse(true);
        return new TrainedModel(
                version(sample),
                found.model(),
                training.size(),
                training.positives(),
                said,
                measures(found.threshold(), training.rate(), said, champion),
                beatsGuess && beatsChampion,
                reason(said, auc, champion),
                found.notes());
    }

    private static String reason(Measures said, Measures.Interval auc, Optional<Measures> champion) {
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
