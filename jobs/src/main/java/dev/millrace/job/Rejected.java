package dev.millrace.job;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that a job turns away.
 *
 * @param rows {@code source, file, ordinal, known_date, rule, detail, raw, raw_bytes}
 * @param counts how many there are by rule, and how many rows were judged; empty where only the write will tell
 * @param scope which of the job's rows in quarantine these replace
 */
public record Rejected(Dataset<Row> rows, Optional<Counts> counts, Column scope) {

    /**
     * What judging found.
     *
     * @param byRule rejected rows by rule
     * @param seen rows judged
     * @param samples one row of each rule
     */
    public record Counts(Map<String, Long> byRule, long seen, Map<String, String> samples) {

        public Counts {
            byRule = Map.copyOf(byRule);
            samples = Map.copyOf(samples);
        }

        public long rejected() {
            return byRule.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
