package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stops a job that would reject more than the declared share of its rows. */
final class RejectionLimit {

    private static final int SHOWN = 3;

    private RejectionLimit() {}

    /**
     * Compares with the limit.
     *
     * @throws DataException with counts by rule and examples when the share is above it
     */
    static void require(String job, Rejected.Counts counts, double limit, Dataset<Row> rejected) {
        double share = counts.seen() == 0 ? 0 : (double) counts.rejected() / counts.seen();
        if (share > limit) {
            throw exceeded(
                    job, counts.rejected() + " of " + counts.seen() + " rows", share, limit, counts.byRule(), rejected);
        }
    }

    static DataException exceeded(
            String job, String what, double share, double limit, Map<String, Long> byRule, Dataset<Row> rejected) {
        String rules = byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(joining(", "));
        return new DataException(String.format(
                Locale.ROOT,
                "Job %s would reject %s (%.1f %%), more than the limit of %.1f %% (quality.max-rejected-share).%s Nothing was"
                        + " written. Examples: %s. Mend the files or the mapping, or raise the limit if this is expected.",
                job,
                what,
                100 * share,
                100 * limit,
                rules.isEmpty() ? "" : " By rule: " + rules + ".",
                examples(rejected)));
    }

    private static String examples(Dataset<Row> rejected) {
        List<Row> rows = rejected.select("file", "ordinal", "rule", "detail")
                .limit(SHOWN)
                .collectAsList();
        return rows.stream()
                .map(row -> row.getString(0) + " line " + row.getLong(1) + ": " + row.getString(2)
                        + (row.isNullAt(3) ? "" : " (" + row.getString(3) + ")"))
                .collect(joining("; "));
    }
}
