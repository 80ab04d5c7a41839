package dev.millrace.evaluate;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A simulated shop that was taken in.
 *
 * @param lake its tables
 * @param truth folder of what was planted
 */
public record SimulatedShop(EvaluationLake lake, Path truth) {

    /** A table of what was planted, such as {@code customers}; every column is text. */
    public Dataset<Row> planted(String table) {
        return lake.session()
                .read()
                .option("header", true)
                .csv(truth.resolve(table + ".csv").toString());
    }
}
