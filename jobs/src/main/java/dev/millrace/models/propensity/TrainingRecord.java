package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.tables.ops.Drift;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What earlier runs trained, measured and watched.
 *
 * @param models rows of {@link dev.millrace.tables.ops.ModelVersion}
 * @param evaluations rows of {@link dev.millrace.tables.ops.Evaluation}
 * @param drift rows of {@link Drift}
 */
record TrainingRecord(Dataset<Row> models, Dataset<Row> evaluations, Dataset<Row> drift) {

    /** Whether a model was trained before. */
    boolean isKnown(String problem, String version) {
        return !models.filter(of(problem, version)).isEmpty();
    }

    /** The AUC of a model on the rows that judged it. */
    Optional<Double> auc(String problem, String version) {
        return evaluations
                .filter(of(problem, version).and(col("metric").equalTo("auc")))
                .select("value")
                .collectAsList()
                .stream()
                .findFirst()
                .map(row -> row.getDouble(0));
    }

    /** Whether it was measured how a model did on the snapshots of a date. */
    boolean isMeasured(String problem, String version, LocalDate date) {
        return !drift.filter(of(problem, version)
                        .and(col("kind").equalTo(Drift.PERFORMANCE))
                        .and(col("as_of_date").equalTo(lit(Date.valueOf(date)))))
                .isEmpty();
    }

    /** Whether a model was once seen to rank what happened worse than its test rows had promised. */
    boolean hasFallen(String problem, String version) {
        return !drift.filter(of(problem, version)
                        .and(col("kind").equalTo(Drift.PERFORMANCE))
                        .and(col("level").equalTo(Drift.CHANGED)))
                .isEmpty();
    }

    private static Column of(String problem, String version) {
        return col("problem").equalTo(problem).and(col("version").equalTo(version));
    }
}
