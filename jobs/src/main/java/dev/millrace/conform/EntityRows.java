package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.EntityMapping;
import dev.millrace.table.Check;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.Field;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final String DELIVERED = "_as_delivered_";

    /** Stands for a missing value where columns are hashed, so that a value does not hash alike in its neighbour's column. */
    private static final String NO_VALUE = "\u0000";

    private final SourceSpec source;
    private final EntityMapping mapping;
    private final TableSpec entity;
    private final Map<Field, Column> derived;

    /**
     * Rows of an entity.
     *
     * @param derived columns that follow from the entity's own where the mapping does not give them, in order
     */
    EntityRows(SourceSpec source, EntityMapping mapping, TableSpec entity, Map<Field, Column> derived) {
        this.source = source;
        this.mapping = mapping;
        this.entity = entity;
        this.derived = derived;
    }

    /** All rows: the entity's columns, {@link #RULE} and what quarantine will want to know. */
    Dataset<Row> judge(Dataset<Row> bronze) {
        try {
            return judged(typed(valued(bronze)));
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new ConfigurationException("The mapping '" + mapping.path() + "' cannot be used: "
                        + e.getMessage().lines().findFirst().orElse("") + " Its expressions may use the columns "
                        + String.join(", ", source.columnNames()) + ".");
            }
            throw e;
        }
    }

    private Dataset<Row> valued(Dataset<Row> bronze) {
        Dataset<Row> wanted =
                mapping.where().map(condition -> bronze.filter(expr(condition))).orElse(bronze);
        List<Column> columns = new ArrayList<>();
        for (Field field : mapped()) {
            columns.add(value(wanted, mapping.columns().get(field.name())).alias(DELIVERED + field.name()));
        }
        columns.add(attributes().alias("attributes"));
        columns.add(lit(source.name()).alias("source"));
        columns.add(DeliveredRow.FILE.col().alias("source_file"));
        columns.add(DeliveredRow.ORDINAL.col().alias("source_ordinal"));
        columns.add(hash().alias("source_hash"));
        columns.add(DeliveredRow.KNOWN_DATE.col().alias("known_date"));
        columns.add(to_csv(struct(delivered())).alias(RAW));
        return wanted.select(columns.toArray(new Column[0]));
    }

    private List<Field> mapped() {
        return entity.fields().stream()
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
        return xxhash64(source.columnNames().stream()
                .map(name -> coalesce(col("`" + name + "`"), lit(NO_VALUE)))
                .toArray(Column[]::new));
    }

    private Dataset<Row> typed(Dataset<Row> values) {
        List<Column> columns = new ArrayList<>();
        columns.add(col("*"));
        for (Field field : entity.fields()) {
            if (mapping.columns().containsKey(field.name())) {
                columns.add(expr("try_cast(" + DELIVERED + field.name() + " AS "
                                + field.type().sql() + ")")
                        .alias(field.name()));
            } else if (!List.of(values.columns()).contains(field.name()) && !derived.containsKey(field)) {
                columns.add(lit(null).cast(field.type()).alias(field.name()));
            }
        }
        Dataset<Row> rows = values.select(columns.toArray(new Column[0]));
        for (Map.Entry<Field, Column> column : derived.entrySet()) {
            if (!mapping.columns().containsKey(column.getKey().name())) {
                rows = rows.withColumn(
                        column.getKey().name(),
                        column.getValue().cast(column.getKey().type()));
            }
        }
        return rows;
    }

    private Dataset<Row> judged(Dataset<Row> rows) {
        List<Column> rules = new ArrayList<>();
        List<Column> details = new ArrayList<>();
        for (Field field : mapped()) {
            Column delivered = col(DELIVERED + field.name());
            Column mistyped = delivered.isNotNull().and(field.col().isNull());
            String type = field.type().sql().toLowerCase(java.util.Locale.ROOT);
            rules.add(when(mistyped, field.name() + "_mistyped"));
            details.add(when(
                    mistyped, concat(lit(field.name() + ": '"), delivered.cast("string"), lit("' is no " + type))));
        }
        for (Field field : judgedForPresence()) {
            rules.add(when(field.col().isNull(), field.name() + "_missing"));
            details.add(when(field.col().isNull(), field.name() + " is required and has no value"));
        }
        for (Check check : entity.checks()) {
            Column broken = expr("NOT (" + check.condition() + ")");
            rules.add(when(broken, check.name()));
            details.add(when(broken, "expected " + check.condition()));
        }
        return rows.withColumn(RULE, coalesce(rules.toArray(new Column[0])))
                .withColumn(DETAIL, when(col(RULE).isNotNull(), coalesce(details.toArray(new Column[0]))));
    }

    private List<Field> judgedForPresence() {
        return entity.fields().stream()
                .filter(Field::required)
                .filter(field -> mapping.columns().containsKey(field.name()) || derived.containsKey(field))
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
                        col("known_date"),
                        col(RULE).alias("rule"),
                        col(DETAIL).alias("detail"),
                        col(RAW).alias("raw"),
                        lit(null).cast("binary").alias("raw_bytes"));
    }

    /** How many rows there are by rule (null for good ones) and the given columns: {@code …, _rule, rows}. */
    static List<Row> summary(Dataset<Row> judged, Column... by) {
        Column[] grouping = new Column[by.length + 1];
        System.arraycopy(by, 0, grouping, 0, by.length);
        grouping[by.length] = col(RULE);
        return judged.groupBy(grouping).agg(count(lit(1)).alias("rows")).collectAsList();
    }
}
