package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the world looked like when a model was made; later worlds are compared with it.
 *
 * @param inputs how the features of the rows that it learnt from were distributed
 * @param scores how the probabilities were that it gave the rows that judged it
 */
public record Reference(List<Distribution> inputs, Distribution scores) {

    public Reference {
        inputs = List.copyOf(inputs);
    }

    /** The world of a model. */
    public static Reference of(Sample training, Measures said) {
        List<Distribution> inputs = new ArrayList<>();
        for (int i = 0; i < training.features().size(); i++) {
            inputs.add(Distribution.of(training.features().get(i), values(training, i)));
        }
        return new Reference(inputs, Distribution.ofNumbers("probability", boxed(said.probabilities())));
    }

    /** The values of a feature, by its place. */
    public static List<Object> values(Sample sample, int feature) {
        return Arrays.stream(sample.values()).map(row -> row[feature]).toList();
    }

    /** Numbers as values. */
    public static List<Object> boxed(double... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> (Object) number).toList();
    }

    /** As text. */
    public String toJson() {
        return StoredJson.of(this);
    }

    /**
     * One that was kept as text.
     *
     * @throws IllegalArgumentException when the text is none of this version
     */
    public static Reference ofJson(String text) {
        return StoredJson.read(text, Reference.class);
    }
}
