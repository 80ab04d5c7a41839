package dev.millrace.models.segment;

import dev.millrace.table.Field;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dates of which a table has rows; they are few. */
final class SnapshotDates {

    private SnapshotDates() {}

    /** In order. */
    static List<LocalDate> of(Dataset<Row> rows, Field day) {
        return rows.select(day.col()).distinct().collectAsList().stream()
                .map(row -> row.<Date>getAs(0).toLocalDate())
                .sorted()
                .toList();
    }
}
