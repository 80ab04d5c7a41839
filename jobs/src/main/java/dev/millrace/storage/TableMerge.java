package dev.millrace.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import io.delta.tables.DeltaTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.storage.StorageLevel;

/** Inserts and updates by key. Only rows that differ are touched, so that the same rows twice change nothing. */
final class TableMerge {

    private static final String USER_METADATA = "spark.databricks.delta.commitInfo.userMetadata";
    private static final String OLD = "old";
    private static final String NEW = "new";

    private final SparkSession session;
    private final DeltaStore store;
    private final TableSpec table;

    TableMerge(SparkSession session, DeltaStore store, TableSpec table) {
        this.session = session;
        this.store = store;
        this.table = table;
    }

    Receipt commit(Dataset<Row> rows, CommitTag tag, PreCommit check) {
        Dataset<Row> old = store.read(table).alias(OLD);
        Dataset<Row> pairs = rows.alias(NEW).join(old, sameKey(), "left").filter(differs());
        Dataset<Row> changed = pairs.select(changedColumns()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return commitChanged(changed, tag, check);
        } finally {
            changed.unpersist();
        }
    }

    private Receipt commitChanged(Dataset<Row> changed, CommitTag tag, PreCommit check) {
        DaySet days = touchedDays(changed);
        Dataset<Row> rows = changed.select(
                table.columnNames().stream().map(TableMerge::quoted).toArray(Column[]::new));
        if (store.version(table).isEmpty()) {
            return store.append(table, rows, tag.touching(days), check);
        }
        CommitTag checked = check.check(new StagedRows(List.of(), rows.count()), tag.touching(days));
        session.conf().set(USER_METADATA, checked.toJson());
        try {
            DeltaTable.forPath(session, store.path(table))
                    .as(OLD)
                    .merge(rows.alias(NEW), keyCondition())
                    .whenMatched()
                    .updateAll()
                    .whenNotMatched()
                    .insertAll()
                    .execute();
        } finally {
            session.conf().unset(USER_METADATA);
        }
        return new Receipt(store.version(table).orElseThrow(), rows.count(), days);
    }

    private Column sameKey() {
        return keyCondition();
    }

    private Column keyCondition() {
        return table.keyNames().stream()
                .map(name -> side(NEW, name).equalTo(side(OLD, name)))
                .reduce(Column::and)
                .orElseThrow();
    }

    private Column differs() {
        Column unknown = side(OLD, table.keyNames().get(0)).isNull();
        return table.fields().stream()
                .map(field -> org.apache.spark.sql.functions.not(
                        comparable(NEW, field).eqNullSafe(comparable(OLD, field))))
                .reduce(unknown, Column::or);
    }

    /** Maps have no equality in SQL; their entries have. */
    private static Column comparable(String alias, Field field) {
        Column column = side(alias, field.name());
        return field.type() instanceof MapType
                ? org.apache.spark.sql.functions.array_sort(org.apache.spark.sql.functions.map_entries(column))
                : column;
    }

    private Column[] changedColumns() {
        List<Column> columns = new java.util.ArrayList<>();
        table.columnNames().forEach(name -> columns.add(side(NEW, name).alias(name)));
        columns.add(table.dayField()
                .map(day -> side(OLD, day.name()))
                .orElse(lit(null).cast("date"))
                .alias("_old_day"));
        return columns.toArray(new Column[0]);
    }

    /** The days that rows stand for now, and those that they stood for before. */
    private DaySet touchedDays(Dataset<Row> changed) {
        if (table.dayField().isEmpty()) {
            return DaySet.NONE;
        }
        Set<LocalDate> days = new HashSet<>();
        Dataset<Row> both = changed.select(col("_old_day").alias("day"))
                .union(changed.select(table.dayField().get().col().alias("day")))
                .filter("day IS NOT NULL")
                .distinct();
        both.collectAsList().forEach(row -> days.add(row.getDate(0).toLocalDate()));
        return DaySet.of(days);
    }

    private static Column side(String alias, String name) {
        return col(alias + "." + "`" + name + "`");
    }

    private static Column quoted(String name) {
        return col("`" + name + "`");
    }
}
