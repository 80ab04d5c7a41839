package dev.millrace.engines.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Looks for the model that ranks rows best that it was not trained on. It sees training and validation rows alone: what is to
 * judge the model never comes here.
 */
public final class ModelSearch {

    /** A blend has to rank better by this much, or the simpler model is taken. */
    private static final double WORTH_A_BLEND = 0.0005;

    /** From this many rows on, one part of them is enough to choose by. */
    private static final int ENOUGH = 3_000;

    private final SparkSession session;
    private final SearchPlan plan;
    private final List<Trainer> trainers;

    public ModelSearch(SparkSession session, SearchPlan plan) {
        this(session, plan, plan.trainers());
    }

    ModelSearch(SparkSession session, SearchPlan plan, List<Trainer> trainers) {
        this.session = session;
        this.plan = plan;
        this.trainers = List.copyOf(trainers);
    }

    /**
     * What a search found.
     *
     * @param model the model, fitted anew on all rows
     * @param threshold the probability with the highest F1 on validation rows
     * @param validated how the chosen way did on validation rows, calibrated
     * @param notes every model tried, and what was left out
     */
    public record Found(ClassifierModel model, double threshold, Measures validated, List<String> notes) {}

    /**
     * Finds a model.
     *
     * @param splits rows to learn from and to choose by, in all of which the chosen way is calibrated; of many rows, the first
     *     split alone is what every model is tried on
     * @param whole rows that the chosen way learns from in the end
     */
    public Found search(List<Split> splits, Sample whole) {
        int choosing = whole.size() > ENOUGH ? 1 : splits.size();
        List<String> notes = new ArrayList<>();
        List<Prepared> prepared = splits.stream().map(this::prepare).toList();
        Trial chosen = chosen(tried(prepared.subList(0, choosing), notes));
        Trial everywhere = choosing == splits.size() ? chosen : again(chosen, prepared);
        double[] labels = everywhere.validated().labels();
        Calibration calibration = calibration(everywhere.logOdds(), labels);
        Measures validated = calibrated(calibration, everywhere.logOdds(), labels);
        notes.add("chosen: " + chosen.kind() + " (" + chosen.hyperparameters() + "), calibration "
                + calibration.method());
        return new Found(fit(chosen, calibration, whole), validated.bestThreshold(), validated, notes);
    }

    private List<Trial> tried(List<Prepared> splits, List<String> notes) {
        Instant end = Instant.now().plus(plan.budget());
        Map<String, Trial> best = new LinkedHashMap<>();
        for (Trainer trainer : trainers) {
            if (!best.isEmpty() && Instant.now().isAfter(end)) {
                notes.add("out of time (" + plan.budget().toSeconds() + " s): " + trainer.kind() + " "
                        + trainer.hyperparameters() + " not tried");
                continue;
            }
            Instant start = Instant.now();
            try {
                Trial trial = Trial.of(List.of(trainer), said(splits, trainer), labels(splits));
                notes.add(note(trial, Duration.between(start, Instant.now())));
                best.merge(trainer.kind(), trial, ModelSearch::better);
            } catch (RuntimeException | LinkageError e) {
                if (!isMissingNativeCode(e)) {
                    throw e;
                }
                notes.add(trainer.kind() + " " + trainer.hyperparameters()
                        + " not tried: its native code does not run on this machine");
            }
        }
        if (best.isEmpty()) {
            throw new IllegalStateException("None of the kinds of models runs on this machine: " + notes);
        }
        return List.copyOf(best.values());
    }

    private static boolean isMissingNativeCode(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(LinkageError.class::isInstance);
    }

    private static Trial again(Trial chosen, List<Prepared> splits) {
        return chosen.trainers().stream()
                .map(trainer -> Trial.of(List.of(trainer), said(splits, trainer), labels(splits)))
                .reduce(Trial::blendedWith)
                .orElseThrow();
    }

    private static double[] labels(List<Prepared> splits) {
        return splits.stream()
                .flatMapToDouble(split -> Arrays.stream(split.labels()))
                .toArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
    private record Prepared(EncodedRows training, double[][] validation, double[] labels) {}

    private Prepared prepare(Split split) {
        Encoding encoding = Encoding.of(split.training());
        return new Prepared(
                EncodedRows.of(session, encoding, split.training(), plan.seed()),
                encoding.encode(split.validation()),
                split.validation().labels());
    }

    private static double[] said(List<Prepared> splits, Trainer trainer) {
        List<Double> said = new ArrayList<>();
        for (Prepared split : splits) {
            Scorer scorer = trainer.train(split.training());
            for (double[] row : split.validation()) {
                said.add(scorer.logOdds(row));
            }
        }
        return said.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Trial better(Trial one, Trial other) {
        return other.validated().auc() > one.validated().auc() ? other : one;
    }

    /** The best model, and with it the next best kinds as long as they make it better. */
    private static Trial chosen(List<Trial> best) {
        List<Trial> ranked = best.stream()
                .sorted(Comparator.comparingDouble(
                                (Trial trial) -> -trial.validated().auc())
                        .thenComparing(Trial::kind))
                .toList();
        Trial chosen = ranked.get(0);
        for (Trial other : ranked.subList(1, ranked.size())) {
            Trial blend = chosen.blendedWith(other);
            if (blend.validated().auc() > chosen.validated().auc() + WORTH_A_BLEND) {
                chosen = blend;
            }
        }
        return chosen;
    }

    /**
     * The way to calibrate, by rows that it was not fitted to: the simplest whose loss is within one standard error of the
     * least (Breiman et al., <em>Classification and Regression Trees</em>, 1984, 3.4.3).
     */
    private Calibration calibration(double[] logOdds, double... labels) {
        Sample rows = new Sample(List.of(), new Object[labels.length][0], labels);
        int[] fold = Split.assignment(rows, 5, plan.seed());
        List<Calibrator> simplestFirst =
                List.of((said, happened) -> Calibration.NONE, Calibration::platt, Calibration::isotonic);
        List<double[]> losses = simplestFirst.stream()
                .map(calibrator -> losses(logOdds, labels, fold, calibrator))
                .toList();
        double[] least = losses.stream()
                .min(Comparator.comparingDouble(ModelSearch::mean))
                .orElseThrow();
        for (int i = 0; i < losses.size(); i++) {
            if (isWithinOneError(losses.get(i), least)) {
                return simplestFirst.get(i).fit(logOdds, labels);
            }
        }
        throw new IllegalStateException("The least loss is within an error of itself.");
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static boolean isWithinOneError(double[] losses, double... least) {
        double[] excess = new double[losses.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = losses[i] - least[i];
        }
        double mean = mean(excess);
        double variance = Arrays.stream(excess)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElse(0);
        return mean <= Math.sqrt(variance / excess.length);
    }

    private interface Calibrator {
        Calibration fit(double[] logOdds, double[] labels);
    }

    private static double[] losses(double[] logOdds, double[] labels, int[] fold, Calibrator calibrator) {
        double[] losses = new double[labels.length];
        for (int held = 0; held < 5; held++) {
            List<Integer> others = new ArrayList<>();
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != held) {
                    others.add(i);
                }
            }
            Calibration fitted = calibrator.fit(
                    others.stream().mapToDouble(i -> logOdds[i]).toArray(),
                    others.stream().mapToDouble(i -> labels[i]).toArray());
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == held) {
                    losses[i] = new Measures(new double[] {fitted.probability(logOdds[i])}, new double[] {labels[i]})
                            .logLoss();
                }
            }
        }
        return losses;
    }

    private static Measures calibrated(Calibration calibration, double[] logOdds, double... labels) {
        double[] said = new double[labels.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = calibration.probability(logOdds[i]);
        }
        return new Measures(said, labels);
    }

    private ClassifierModel fit(Trial chosen, Calibration calibration, Sample whole) {
        Encoding encoding = Encoding.of(whole);
        EncodedRows rows = EncodedRows.of(session, encoding, whole, plan.seed());
        List<Scorer> scorers =
                chosen.trainers().stream().map(trainer -> trainer.train(rows)).toList();
        Scorer scorer = scorers.size() == 1 ? scorers.get(0) : new BlendScorer(scorers);
        return new ClassifierModel(
                chosen.kind(), chosen.hyperparameters(), encoding, scorer, calibration, rows.means());
    }

    private static String note(Trial trial, Duration took) {
        return String.format(
                Locale.ROOT,
                "tried %s (%s): validation AUC %.4f, log loss %.4f, %.1f s",
                trial.kind(),
                trial.hyperparameters(),
                trial.validated().auc(),
                trial.validated().logLoss(),
                took.toMillis() / 1000.0);
    }
}
