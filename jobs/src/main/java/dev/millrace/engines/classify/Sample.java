package dev.millrace.engines.classify;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Labelled rows to learn from or to judge by; as many as fit into the memory of one process.
 *
 * @param features what is known of each row, in the order of its values
 * @param values a row's values: a {@link Double} for a numeric feature, a {@link String} for a categorical one, null where
 *     nothing is known
 * @param labels 1 where it happened, 0 where it did not
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
public record Sample(List<Feature> features, Object[][] values, double[] labels) {

    public Sample {
        features = List.copyOf(features);
        if (values.length != labels.length) {
            throw new IllegalArgumentException(values.length + " rows have " + labels.length + " labels.");
        }
    }

    public int size() {
        return labels.length;
    }

    /** How many rows have label 1. */
    public long positives() {
        return Arrays.stream(labels).filter(label -> label > 0).count();
    }

    /** The share of rows with label 1. */
    public double rate() {
        return size() == 0 ? 0 : (double) positives() / size();
    }

    /** Whether it happened to some and not to others. */
    public boolean hasBothLabels() {
        return positives() > 0 && positives() < size();
    }

    /** The rows whose index meets a condition, in order. */
    public Sample where(IntPredicate wanted) {
        return take(IntStream.range(0, size()).filter(wanted).toArray());
    }

    /** The rows of the given indexes. */
    public Sample take(int... rows) {
        Object[][] some = new Object[rows.length][];
        double[] theirs = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
            theirs[i] = labels[rows[i]];
        }
        return new Sample(features, some, theirs);
    }
}
