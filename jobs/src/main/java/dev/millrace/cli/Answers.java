package dev.millrace.cli;

import dev.millrace.job.Answer;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fetches rows to show.
 *
 * @param rows all that there are
 */
record Answers(Dataset<Row> rows) {

    Answer all() {
        return new Answer(rows.schema(), rows.collectAsList(), false);
    }

    /** The first rows, and whether there are more. */
    Answer first(int limit) {
        List<Row> fetched = limit == Integer.MAX_VALUE ? rows.collectAsList() : rows.takeAsList(limit + 1);
        boolean more = fetched.size() > limit;
        return new Answer(rows.schema(), more ? fetched.subList(0, limit) : fetched, more);
    }
}
