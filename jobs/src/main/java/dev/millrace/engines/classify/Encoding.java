package dev.millrace.engines.classify;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the values of a row become the numbers that models compute with; learnt from training rows alone.
 *
 * @param features the features in order
 * @param numeric the code of each numeric feature, by name
 * @param categorical the code of each categorical feature, by name
 */
public record Encoding(List<Feature> features, Map<String, NumericCode> numeric, Map<String, CategoryCode> categorical)
        implements Serializable {

    public Encoding {
        features = List.copyOf(features);
        numeric = Map.copyOf(numeric);
        categorical = Map.copyOf(categorical);
    }

    /** Learns the encoding. */
    static Encoding of(Sample sample) {
        Map<String, NumericCode> numeric = new HashMap<>();
        Map<String, CategoryCode> categorical = new HashMap<>();
        for (int i = 0; i < sample.features().size(); i++) {
            Feature feature = sample.features().get(i);
            if (feature.isNumeric()) {
                numeric.put(feature.name(), NumericCode.of(sample.values(), i));
            } else {
                categorical.put(feature.name(), CategoryCode.of(sample.values(), i));
            }
        }
        return new Encoding(sample.features(), numeric, categorical);
    }

    private int width(Feature feature) {
        return feature.isNumeric()
                ? numeric.get(feature.name()).width()
                : categorical.get(feature.name()).width();
    }

    /** How many columns a row becomes. */
    int width() {
        return features.stream().mapToInt(this::width).sum();
    }

    /** A row in numbers. */
    double[] encode(Object... row) {
        double[] encoded = new double[width()];
        int at = 0;
        for (int i = 0; i < row.length; i++) {
            Feature feature = features.get(i);
            if (feature.isNumeric()) {
                numeric.get(feature.name()).encode(row[i], encoded, at);
            } else {
                categorical.get(feature.name()).encode(row[i], encoded, at);
            }
            at += width(feature);
        }
        return encoded;
    }

    /** All rows in numbers. */
    double[][] encode(Sample sample) {
        return Arrays.stream(sample.values()).map(this::encode).toArray(double[][]::new);
    }

    /** For each column, the feature that it comes from. */
    int[] sources() {
        int[] sources = new int[width()];
        int at = 0;
        for (int i = 0; i < features.size(); i++) {
            int end = at + width(features.get(i));
            Arrays.fill(sources, at, end, i);
            at = end;
        }
        return sources;
    }

    /** The columns that trees are grown on: without those that only serve linear models. */
    int[] treeColumns() {
        List<Integer> columns = new ArrayList<>();
        int at = 0;
        for (Feature feature : features) {
            int start = at;
            IntStream own = feature.isNumeric()
                    ? Arrays.stream(numeric.get(feature.name()).forTrees())
                    : IntStream.range(0, width(feature));
            own.forEach(column -> columns.add(start + column));
            at += width(feature);
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }
}
