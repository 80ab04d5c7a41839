package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.millrace.job.JobInputs;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Lookup;
import dev.millrace.settings.QualityRule;
import dev.millrace.table.Check;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StringType;

/**
 * Rows of a source in the columns and types of an entity, as a mapping says; each with the rule that it breaks, if it breaks
 * one.
 */
final class EntityRows {

    /** The rule that a row breaks, or null. */
    static final String RULE = "_rule";

    static final String DETAIL = "_detail";
    static final String RAW = "_raw";
    private static final String UNFOUND = "_unfound";
    private static final String DELIVERED = "_as_delivered_";

    /** Stands for a missing value where columns are hashed, so that a value does not hash alike in its neighbour's column. */
    private static final String NO_VALUE = "\u0000";

    private final MappedSource from;
    private final SourceSpec source;
    private final EntityMapping mapping;
    private final EntitySpec entity;
    private final RowRules rules;

    EntityRows(MappedSource from, EntitySpec entity, RowRules rules) {
        this.from = from;
        this.source = from.source();
        this.mapping = from.mapping();
        this.entity = entity;
        this.rules = rules;
    }

    /** All newly delivered rows: the entity's columns, {@link #RULE} and what quarantine will want to know. */
    Dataset<Row> judge(JobInputs inputs) {
        try {
            return judged(rules.withReferences(typed(valued(from.rows(inputs))), inputs));
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new ConfigurationException("The mapping '" + mapping.path() + "' cannot be used: "
                        + e.getMessage().lines().findFirst().orElse("") + " Its expressions may use the columns "
                        + String.join(", ", source.columnNames()) + ".");
            }
            throw e;
        }
    }

    private Dataset<Row> valued(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (Field field : mapped()) {
            columns.add(value(rows, mapping.columns().get(field.name())).alias(DELIVERED + field.name()));
        }
        columns.add(attributes().alias("attributes"));
        columns.add(lit(mapping.name()).alias("mapping"));
        columns.add(lit(source.name()).alias("source"));
        columns.add(DeliveredRow.FILE.col().alias("source_file"));
        columns.add(DeliveredRow.ORDINAL.col().alias("source_ordinal"));
        columns.add(hash().alias("source_hash"));
        columns.add(DeliveredRow.KNOWN_DATE.col().alias("known_date"));
        columns.add(col(MappedSource.ITEM_NUMBER));
        columns.add(to_csv(struct(delivered())).alias(RAW));
        columns.add(unfound().alias(UNFOUND));
        return rows.select(columns.toArray(new Column[0]));
    }

    /** The first lookup that had to find something and did not. */
    private Column unfound() {
        return coalesce(Stream.concat(
                        mapping.lookups().stream()
                                .filter(Lookup::required)
                                .map(lookup -> when(col(lookup.name()).isNull(), lookup.name())),
                        Stream.of(lit(null).cast("string")))
                .toArray(Column[]::new));
    }

    private List<Field> mapped() {
        return entity.delivered().fields().stream()
                .filter(field -> mapping.columns().containsKey(field.name()))
                .toList();
    }

    private static Column value(Dataset<Row> rows, String sql) {
        Column value = expr(sql);
        boolean text = rows.select(value).schema().fields()[0].dataType() instanceof StringType;
        return text ? nullif(trim(value), lit("")) : value;
    }

    private Column attributes() {
        List<Column> entries = new ArrayList<>();
        mapping.attributes().forEach((name, sql) -> {
            entries.add(lit(name));
            entries.add(expr(sql).cast("string"));
        });
        return entries.isEmpty() ? lit(null).cast(ColumnTypes.ATTRIBUTES) : map(entries.toArray(new Column[0]));
    }

    private Column[] delivered() {
        return source.columnNames().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    }

    private Column hash() {
        Stream<Column> values =
                source.columnNames().stream().map(name -> coalesce(col("`" + name + "`"), lit(NO_VALUE)));
        Stream<Column> element = mapping.explode().stream()
                .map(array -> col(MappedSource.ITEM_NUMBER).cast("string"));
        // Two mappings of one source make two rows of one, which are no duplicates.
        Stream<Column> which = mapping.name().equals(source.name()) ? Stream.of() : Stream.of(lit(mapping.name()));
        return xxhash64(Stream.of(values, element, which).flatMap(part -> part).toArray(Column[]::new));
    }

    private Dataset<Row> typed(Dataset<Row> values) {
        List<Column> columns = new ArrayList<>();
        columns.add(col("*"));
        for (Field field : entity.delivered().fields()) {
            if (mapping.columns().containsKey(field.name())) {
                columns.add(expr("try_cast(" + DELIVERED + field.name() + " AS "
                                + field.type().sql() + ")")
                        .alias(field.name()));
            } else if (!List.of(values.columns()).contains(field.name())
                    && !entity.derived().containsKey(field)) {
                columns.add(lit(null).cast(field.type()).alias(field.name()));
            }
        }
        Dataset<Row> rows = values.select(columns.toArray(new Column[0]));
        for (Map.Entry<Field, String> column : entity.derived().entrySet()) {
            Field field = column.getKey();
            if (!mapping.columns().containsKey(field.name())) {
                rows = rows.withColumn(field.name(), expr(column.getValue()).cast(field.type()));
            }
        }
        return rows;
    }

    private Dataset<Row> judged(Dataset<Row> rows) {
        List<Column> broken = new ArrayList<>();
        List<Column> details = new ArrayList<>();
        broken.add(when(col(UNFOUND).isNotNull(), concat(lit("lookup_"), col(UNFOUND), lit("_missing"))));
        details.add(when(
                col(UNFOUND).isNotNull(),
                concat(
                        lit("nothing is found by lookups."),
                        col(UNFOUND),
                        lit("; replay the row when that source has caught up"))));
        for (Field field : mapped()) {
            Column delivered = col(DELIVERED + field.name());
            Column mistyped = delivered.isNotNull().and(field.col().isNull());
            String type = field.type().sql().toLowerCase(java.util.Locale.ROOT);
            broken.add(when(mistyped, field.name() + "_mistyped"));
            details.add(when(
                    mistyped, concat(lit(field.name() + ": '"), delivered.cast("string"), lit("' is no " + type))));
        }
        for (Field field : judgedForPresence()) {
            broken.add(when(field.col().isNull(), field.name() + "_missing"));
            details.add(when(field.col().isNull(), field.name() + " is required and has no value"));
        }
        for (Check check : entity.table().checks()) {
            Column fails = expr("NOT (" + check.condition() + ")");
            broken.add(when(fails, check.name()));
            details.add(when(fails, "expected " + check.condition()));
        }
        for (QualityRule rule : rules.quarantining()) {
            broken.add(when(RowRules.broken(rule), rule.name()));
            details.add(when(RowRules.broken(rule), "expected " + rule.measure().expected()));
        }
        return flagged(rows.withColumn(RULE, coalesce(broken.toArray(new Column[0])))
                .withColumn(DETAIL, when(col(RULE).isNotNull(), coalesce(details.toArray(new Column[0])))));
    }

    private Dataset<Row> flagged(Dataset<Row> rows) {
        Dataset<Row> flagged = rows;
        for (QualityRule rule : rules.counting()) {
            flagged = flagged.withColumn(
                    RowRules.flag(rule), RowRules.broken(rule).and(col(RULE).isNull()));
        }
        return flagged;
    }

    private List<Field> judgedForPresence() {
        return entity.delivered().fields().stream()
                .filter(Field::required)
                .filter(field -> mapping.columns().containsKey(field.name())
                        || entity.derived().containsKey(field))
                .toList();
    }

    /** The good rows, with the entity's columns and those of provenance. */
    static Dataset<Row> good(Dataset<Row> judged, TableSpec entity) {
        List<Column> columns = new ArrayList<>();
        entity.fields().forEach(field -> columns.add(field.col()));
        return judged.filter(col(RULE).isNull()).select(columns.toArray(new Column[0]));
    }

    /** The rejected rows, with the columns of quarantine. */
    static Dataset<Row> rejected(Dataset<Row> judged) {
        return judged.filter(col(RULE).isNotNull())
                .select(
                        col("source"),
                        col("source_file").alias("file"),
                        col("source_ordinal").alias("ordinal"),
                        col(MappedSource.ITEM_NUMBER).alias("item"),
                        col("known_date"),
                        col(RULE).alias("rule"),
                        col(DETAIL).alias("detail"),
                        col(RAW).alias("raw"),
                        lit(null).cast("binary").alias("raw_bytes"));
    }
}
