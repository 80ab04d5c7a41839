package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.millrace.settings.EntityMapping;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Tells the versions of a fact apart: exact duplicates go where their source says so, of rows of one key the newest delivered
 * stays, and what a source does not number is numbered.
 */
final class FactVersions {

    private static final Column[] OLDEST_FIRST = {col("known_date"), col("source_file"), col("source_ordinal")};
    private static final Column[] NEWEST_FIRST = {
        col("known_date").desc(),
        col("source_file").desc(),
        col("source_ordinal").desc()
    };
    private static final Column DELIVERY = struct(OLDEST_FIRST);
    private static final String VERSION = "_version";
    private static final String NEWER = "_newer";

    private final EntitySpec entity;
    private final List<EntityMapping> mappings;

    FactVersions(EntitySpec entity, List<EntityMapping> mappings) {
        this.entity = entity;
        this.mappings = mappings;
    }

    /** Whether some source names its facts, so that it can deliver one again in a newer version. */
    boolean kept() {
        return !keyed().isEmpty();
    }

    /** Whether a row's source names its facts. */
    Column givesKey() {
        return col("source").isin(keyed().toArray());
    }

    private Set<String> keyed() {
        Set<String> sources = new java.util.TreeSet<>();
        for (EntityMapping mapping : mappings) {
            if (entity.naturalKey().stream().allMatch(field -> mapping.columns().containsKey(field.name()))) {
                sources.add(mapping.source());
            }
        }
        return sources;
    }

    /** Facts of sources of which none names them. */
    Dataset<Row> newest(Dataset<Row> rows) {
        return numbered(withoutDuplicates(rows));
    }

    /** All versions, each with its place among those of its key, the newest first, and the day on which the next came. */
    Dataset<Row> ordered(Dataset<Row> rows) {
        WindowSpec versions = Window.partitionBy(versionKey()).orderBy(NEWEST_FIRST);
        return withoutDuplicates(rows)
                .withColumn("_before", lag(DELIVERY, 1).over(versions))
                .withColumn(NEWER, lag(col("known_date"), 1).over(versions))
                // What a killed run wrote to one of the two tables comes from both.
                .filter(not(col("_before").eqNullSafe(DELIVERY)))
                .drop("_before")
                .withColumn(
                        VERSION, when(givesKey(), row_number().over(versions)).otherwise(lit(1)));
    }

    /** The newest versions. */
    Dataset<Row> current(Dataset<Row> ordered) {
        return numbered(ordered.filter(col(VERSION).equalTo(1)).drop(VERSION, NEWER));
    }

    /** The versions that newer ones took the place of. */
    Dataset<Row> superseded(Dataset<Row> ordered) {
        return ordered.filter(col(VERSION).gt(1))
                .withColumn(EntitySpec.SUPERSEDED_DATE.name(), col(NEWER))
                .drop(VERSION, NEWER);
    }

    /** Rows without a key of their own share none: what tells them apart is where they stood. */
    private Column[] versionKey() {
        List<Column> key = new ArrayList<>();
        entity.naturalKey().forEach(field -> key.add(field.col()));
        entity.numbering().ifPresent(numbering -> {
            key.add(col("source"));
            key.add(when(not(givesKey()), struct(col("source_file"), col("source_ordinal"))));
        });
        return key.toArray(new Column[0]);
    }

    private Dataset<Row> withoutDuplicates(Dataset<Row> rows) {
        Object[] dropping = mappings.stream()
                .filter(EntityMapping::dropExactDuplicates)
                .map(EntityMapping::source)
                .distinct()
                .toArray();
        if (dropping.length == 0) {
            return rows;
        }
        Column[] together = entity.numbering()
                .map(numbering -> columns(numbering.within()))
                .orElseGet(() -> new Column[] {col("source_hash")});
        List<Column> same = new ArrayList<>(List.of(together));
        same.add(col("source"));
        same.add(col("source_hash"));
        WindowSpec copies = Window.partitionBy(same.toArray(new Column[0])).orderBy(OLDEST_FIRST);
        return rows.repartition(together)
                .withColumn("_copy", row_number().over(copies))
                .filter(col("_copy").equalTo(1).or(not(col("source").isin(dropping))))
                .drop("_copy");
    }

    private Dataset<Row> numbered(Dataset<Row> rows) {
        if (entity.numbering().isEmpty() || keyed().size() == sources()) {
            return rows;
        }
        Numbering numbering = entity.numbering().get();
        WindowSpec order = Window.partitionBy(columns(numbering.within())).orderBy(OLDEST_FIRST);
        String number = numbering.number().name();
        return rows.withColumn(
                number, when(givesKey(), col(number)).otherwise(row_number().over(order)));
    }

    private long sources() {
        return mappings.stream().map(EntityMapping::source).distinct().count();
    }

    private static Column[] columns(List<Field> fields) {
        return fields.stream().map(Field::col).toArray(Column[]::new);
    }
}
