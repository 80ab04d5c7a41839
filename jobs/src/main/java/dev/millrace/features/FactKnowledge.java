package dev.millrace.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.JobInputs;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.TableSpec;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells from when to when each version of a fact was what was known: from its day of delivery until that of the version that took
 * its place. What an initial load delivered counts as known when it happened.
 */
final class FactKnowledge {

    /** Day from which the version was known. */
    static final String KNOWN = "_known";
    /** Day from which a newer version was known; null while it is the newest. */
    static final String SUPERSEDED = "_superseded";

    private final TableSpec fact;
    private final Optional<TableSpec> superseded;
    private final SnapshotSettings settings;

    FactKnowledge(TableSpec fact, Optional<TableSpec> superseded, SnapshotSettings settings) {
        this.fact = fact;
        this.superseded = superseded;
        this.settings = settings;
    }

    /** All versions that were known for at least a day, with {@link #KNOWN} and {@link #SUPERSEDED}. */
    Dataset<Row> versions(JobInputs inputs) {
        Column never = lit(null).cast("date");
        Dataset<Row> newest =
                inputs.table(fact).withColumn(KNOWN, known(settings, fact)).withColumn(SUPERSEDED, never);
        return superseded
                .map(table -> inputs.table(table)
                        .filter(outlivedTheInitialLoad())
                        .withColumn(KNOWN, known(settings, fact))
                        .withColumn(SUPERSEDED, EntitySpec.SUPERSEDED_DATE.col())
                        .filter(col(SUPERSEDED).gt(col(KNOWN)))
                        .drop(EntitySpec.SUPERSEDED_DATE.name()))
                .map(newest::unionByName)
                .orElse(newest);
    }

    private Column outlivedTheInitialLoad() {
        return settings.initialLoadUntil()
                .map(until -> EntitySpec.SUPERSEDED_DATE.col().gt(lit(until)))
                .orElse(lit(true));
    }

    /** The day from which a fact counts as known. */
    static Column known(SnapshotSettings settings, TableSpec fact) {
        Column delivered = col("known_date");
        return settings.initialLoadUntil()
                .map(until -> when(
                                delivered.leq(lit(until)),
                                fact.dayField().orElseThrow().col())
                        .otherwise(delivered))
                .orElse(delivered);
    }
}
