package dev.millrace.engines.classify;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model that is ready to score: how rows become numbers, what they are worth, and how probable that makes it.
 *
 * @param kind the kind of model that was chosen
 * @param hyperparameters those that were chosen
 * @param encoding how rows become numbers
 * @param scorer what they are worth
 * @param calibration how probable that makes it
 * @param typical means of the encoded columns in training: what reasons compare with
 */
@SuppressWarnings("ArrayRecordComponent") // read once a row: a list would box each number
public record ClassifierModel(
        String kind,
        String hyperparameters,
        Encoding encoding,
        Scorer scorer,
        Calibration calibration,
        double[] typical)
        implements Serializable {

    /** What is known of each row, in the order of its values. */
    public List<Feature> features() {
        return encoding.features();
    }

    /** The calibrated probability of a row; values as in {@link Sample}. */
    public double probability(Object... row) {
        return calibration.probability(scorer.logOdds(encoding.encode(row)));
    }

    /** The probabilities of all rows. */
    public Measures measured(Sample sample) {
        double[] said = new double[sample.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = probability(sample.values()[i]);
        }
        return new Measures(said, sample.labels());
    }

    /** What moves a row's probability most, the strongest first. */
    public List<Reason> reasons(int most, Object... row) {
        double[] parts = scorer.contributions(encoding.encode(row), typical);
        double[] byFeature = new double[row.length];
        int[] sources = encoding.sources();
        for (int i = 0; i < parts.length; i++) {
            byFeature[sources[i]] += parts[i];
        }
        return IntStream.range(0, row.length)
                .filter(feature -> Math.abs(byFeature[feature]) > 1e-9)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(feature -> -Math.abs(byFeature[feature]))
                        .thenComparing(feature -> feature))
                .limit(most)
                .map(feature -> new Reason(features().get(feature), row[feature], byFeature[feature]))
                .toList();
    }

    /** The model as text. */
    public String toJson() {
        return StoredJson.of(this);
    }

    /**
     * A model that was kept as text.
     *
     * @throws IllegalArgumentException when the text is no model of this version
     */
    public static ClassifierModel ofJson(String text) {
        return StoredJson.read(text, ClassifierModel.class);
    }
}
