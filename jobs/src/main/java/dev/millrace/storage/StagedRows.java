package dev.millrace.storage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that are written but not yet committed: nobody can read them from the table, and a check that fails leaves the table
 * as it was.
 *
 * @param paths the data files
 * @param count how many rows they hold
 */
public record StagedRows(List<String> paths, long count) {

    public StagedRows {
        paths = List.copyOf(paths);
    }

    /** The rows, of which only the columns that are used will be read. */
    public Dataset<Row> read(SparkSession session, StructType schema) {
        return paths.isEmpty()
                ? session.createDataFrame(List.of(), schema)
                : session.read().schema(schema).parquet(paths.toArray(new String[0]));
    }
}
