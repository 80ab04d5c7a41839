package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Lookup;
import dev.millrace.settings.Settings;
import dev.millrace.table.Reach;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of a source that a mapping makes an entity from: joined with what they look up, one for each element where the mapping
 * makes several of one, and only those that describe the entity.
 *
 * @param settings where sources are declared
 * @param mapping the mapping
 */
record MappedSource(Settings settings, EntityMapping mapping) {

    /** The element that a row was made from, where a mapping makes several of one. */
    static final String ITEM = "item";

    static final String ITEM_NUMBER = "item_number";

    SourceSpec source() {
        return settings.source(mapping.source());
    }

    TableSpec bronze() {
        return DeliveredRow.of(source());
    }

    /** What a job that uses these mappings reads. */
    static Set<Input> inputs(Settings settings, List<EntityMapping> mappings) {
        Set<Input> inputs = new LinkedHashSet<>();
        for (EntityMapping mapping : mappings) {
            inputs.add(new Input(new MappedSource(settings, mapping).bronze(), Reach.DELIVERED));
            for (Lookup lookup : mapping.lookups()) {
                inputs.add(new Input(DeliveredRow.of(settings.source(lookup.source())), Reach.LATEST));
            }
        }
        return inputs;
    }

    /** The newly delivered rows. */
    Dataset<Row> rows(JobInputs inputs) {
        Dataset<Row> rows = inputs.table(bronze());
        for (Lookup lookup : mapping.lookups()) {
            rows = joined(rows, lookup, inputs.newest(DeliveredRow.of(settings.source(lookup.source()))));
        }
        Dataset<Row> elements = exploded(rows);
        return mapping.where()
                .map(condition -> elements.filter(expr(condition)))
                .orElse(elements);
    }

    private static Dataset<Row> joined(Dataset<Row> rows, Lookup lookup, Dataset<Row> other) {
        Column newest = struct(DeliveredRow.KNOWN_DATE.col(), DeliveredRow.FILE.col(), DeliveredRow.ORDINAL.col());
        Dataset<Row> found = other.withColumn("_key", expr(lookup.key()))
                .filter(col("_key").isNotNull())
                .groupBy("_key")
                .agg(max_by(struct(col("*")), newest).alias(lookup.name()));
        return rows.withColumn("_on", expr(lookup.on()))
                .join(found, col("_on").equalTo(col("_key")), "left")
                .drop("_on", "_key");
    }

    private Dataset<Row> exploded(Dataset<Row> rows) {
        return mapping.explode()
                .map(array -> rows.selectExpr("*", "posexplode(" + array + ") AS (" + ITEM_NUMBER + ", " + ITEM + ")")
                        .withColumn(ITEM_NUMBER, col(ITEM_NUMBER).plus(1)))
                .orElseGet(() -> rows.withColumn(ITEM_NUMBER, lit(0)));
    }
}
