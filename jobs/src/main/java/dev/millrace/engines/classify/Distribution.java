package dev.millrace.engines.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How values were distributed: numbers by tenths of the values seen, the commonest words each by itself and the
 * others together.
 *
 * @param name whose values
 * @param edges upper ends of all tenths but the last, ascending, without repetition; empty for words
 * @param counts values by bin; for words, the commonest themselves and {@code other}
 */
@SuppressWarnings("ArrayRecordComponent") // read once a value: a list would box each number
public record Distribution(String name, double[] edges, Map<String, Long> counts) {

    private static final int TENTHS = 10;
    private static final int MOST_WORDS = 20;
    private static final String MISSING = "missing";
    private static final String OTHER = "other";

    public Distribution {
        counts = new TreeMap<>(counts);
    }

    /** The distribution of a feature's values, null where one is missing. */
    public static Distribution of(Feature feature, List<Object> values) {
        return feature.isNumeric()
                ? ofNumbers(feature.name(), values)
                : new Distribution(feature.name(), new double[0], words(values));
    }

    /** The distribution of numbers. */
    public static Distribution ofNumbers(String name, List<Object> values) {
        double[] sorted = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        double[] edges = new double[sorted.length == 0 ? 0 : TENTHS - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = sorted[(int) ((long) sorted.length * (i + 1) / TENTHS)];
        }
        double[] distinct = Arrays.stream(edges).distinct().toArray();
        Distribution empty = new Distribution(name, distinct, Map.of());
        return new Distribution(name, distinct, empty.count(values));
    }

    private static Map<String, Long> words(List<Object> values) {
        Map<String, Long> all = values.stream()
                .map(value -> value == null ? MISSING : value.toString())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        List<String> commonest = all.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Long> counted = new HashMap<>();
        all.forEach((word, count) -> counted.merge(commonest.contains(word) ? word : OTHER, count, Long::sum));
        return counted;
    }

    private Map<String, Long> count(List<Object> values) {
        Map<String, Long> counted = new HashMap<>();
        values.forEach(value -> counted.merge(bin(value), 1L, Long::sum));
        return counted;
    }

    private String bin(Object value) {
        if (value == null) {
            return MISSING;
        }
        if (value instanceof Number number) {
            int at = Arrays.binarySearch(edges, number.doubleValue());
            return String.valueOf(at >= 0 ? at + 1 : -at - 1);
        }
        return counts.containsKey(value.toString()) ? value.toString() : OTHER;
    }

    /**
     * How far values have moved from these.
     *
     * @param index the population stability index
     * @param byChance the index that only one in twenty samples of these sizes exceeds though nothing has moved (Yurdakul,
     *     Naranjo, <em>Statistical properties of the population stability index</em>, 2020)
     */
    public record Shift(double index, double byChance) {}

    /** How far other values are from these. */
    public Shift shift(List<Object> values) {
        Map<String, Long> now = count(values);
        double index = PopulationStability.index(counts, now);
        long before = counts.values().stream().mapToLong(Long::longValue).sum();
        int bins = Math.max(counts.size(), now.size());
        if (before == 0 || values.isEmpty() || bins < 2) {
            return new Shift(index, 0);
        }
        double chance = new ChiSquaredDistribution(bins - 1.0).inverseCumulativeProbability(0.95);
        return new Shift(index, chance * (1.0 / before + 1.0 / values.size()));
    }
}
