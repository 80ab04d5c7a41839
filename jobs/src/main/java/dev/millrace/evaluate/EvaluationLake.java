package dev.millrace.evaluate;

import dev.millrace.job.LakeReader;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A public data set that was taken in.
 *
 * @param session reads it
 * @param settings the company that its mapping describes
 */
public record EvaluationLake(SparkSession session, Settings settings) {

    /** A problem that the data set's configuration names. */
    ProblemSettings problem(String name) {
        return settings.problems().stream()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a table; none where it does not exist. */
    public Dataset<Row> read(TableSpec table) {
        return LakeReader.open(session, settings.lake()).read(table);
    }

    /** The rows of a table by its id, such as {@code silver/account}. */
    public Dataset<Row> read(String id) {
        return LakeReader.open(session, settings.lake()).read(id);
    }
}
