package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.col;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Reference;
import dev.millrace.tables.ops.ModelVersion;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The model that scores a problem.
 *
 * @param version its name
 * @param model the model; empty where this version of Millrace cannot read it, which is as good as none
 * @param reference the world of its making; empty where there is none
 * @param judgedAsOf date of the snapshots that judged it; empty without dates
 */
record Champion(
        String version,
        Optional<ClassifierModel> model,
        Optional<Reference> reference,
        Optional<LocalDate> judgedAsOf) {

    /** The champion among rows of {@link ModelVersion}. */
    static Optional<Champion> of(Dataset<Row> models, String problem) {
        return models
                .filter(col("problem").equalTo(problem).and(col("status").equalTo(ModelVersion.CHAMPION)))
                .collectAsList()
                .stream()
                .findFirst()
                .map(row -> new Champion(
                        row.getAs("version"),
                        read(row.getAs("model"), ClassifierModel::ofJson),
                        read(row.getAs("reference"), Reference::ofJson),
                        Optional.ofNullable(row.<Date>getAs("judged_as_of")).map(Date::toLocalDate)));
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return Optional.ofNullable(text).map(reader);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
