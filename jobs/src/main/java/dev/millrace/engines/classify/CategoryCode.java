package dev.millrace.engines.classify;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a categorical feature becomes columns: one for each level that is frequent enough, one for all rare levels and those
 * never seen in training. A missing value is a level.
 *
 * @param levels the frequent levels, each with a column
 */
record CategoryCode(List<String> levels) implements Serializable {

    private static final String MISSING = "(missing)";
    private static final int MOST_LEVELS = 50;

    CategoryCode {
        levels = List.copyOf(levels);
    }

    /** Learns the code from the values of one feature. */
    static CategoryCode of(Object[][] rows, int feature) {
        Map<String, Long> counts = new HashMap<>();
        for (Object[] row : rows) {
            counts.merge(level(row[feature]), 1L, Long::sum);
        }
        double least = Math.max(5, rows.length * 0.002);
        return new CategoryCode(counts.entrySet().stream()
                .filter(level -> level.getValue() >= least)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList()));
    }

    static String level(Object value) {
        return value == null ? MISSING : (String) value;
    }

    int width() {
        return levels.size() + 1;
    }

    void encode(Object value, double[] into, int at) {
        int level = levels.indexOf(level(value));
        into[at + (level < 0 ? levels.size() : level)] = 1;
    }
}
