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
 */
public record Output(TableSpec table, Dataset<Row> rows, Optional<DaySet> days) {}
