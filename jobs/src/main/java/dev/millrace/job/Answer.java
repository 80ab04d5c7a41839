package dev.millrace.job;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that were asked for.
 *
 * @param schema their columns
 * @param rows the rows
 * @param more whether there are more than were to be fetched
 */
public record Answer(StructType schema, List<Row> rows, boolean more) {

    public Answer {
        rows = List.copyOf(rows);
    }
}
