package dev.millrace.job;

import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that a job makes for one table.
 *
 * @param table the table
 * @param rows its rows, columns by name
 * @param days the days that the rows stand for, where the rows and not the inputs tell; replaced as a whole
 * @param keys some columns of the table's key with the values whose rows are replaced as a whole, also by none
 */
public record Output(TableSpec table, Dataset<Row> rows, Optional<DaySet> days, Optional<Dataset<Row>> keys) {

    public Output(TableSpec table, Dataset<Row> rows, Optional<DaySet> days) {
        this(table, rows, days, Optional.empty());
    }

    /** Rows in the place of all those with one of the given keys. */
    public static Output ofKeys(TableSpec table, Dataset<Row> rows, Dataset<Row> keys) {
        return new Output(table, rows, Optional.empty(), Optional.of(keys));
    }
}
