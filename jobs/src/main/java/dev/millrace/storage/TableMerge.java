package dev.millrace.storage;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.not;

import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.storage.StorageLevel;

/**
 * Inserts and updates by key, and within given keys takes away what is no longer there. Only rows that differ are touched, and
 * only the files that hold their old values are rewritten, so that the same rows twice change nothing. One pass finds the
 * changed rows, the files and the days; Delta's MERGE would join twice and tell none of them.
 */
final class TableMerge {

    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String OLD_DAY = "_old_day";
    private static final String OLD_FILE = "_old_file";
    private static final String GONE = "_gone";

    private final SparkSession session;
    private final DeltaStore store;
    private final TableSpec table;
    private final Optional<Dataset<Row>> replaced;

    private TableMerge(SparkSession session, DeltaStore store, TableSpec table, Optional<Dataset<Row>> replaced) {
        this.session = session;
        this.store = store;
        this.table = table;
        this.replaced = replaced;
    }

    /** Rows that are not mentioned stay. */
    static TableMerge into(SparkSession session, DeltaStore store, TableSpec table) {
        return new TableMerge(session, store, table, Optional.empty());
    }

    /** Rows with one of these keys that are not mentioned go. */
    static TableMerge replacing(SparkSession session, DeltaStore store, TableSpec table, Dataset<Row> keys) {
        return new TableMerge(session, store, table, Optional.of(keys));
    }

    Receipt commit(Dataset<Row> rows, CommitTag tag, PreCommit check) {
        Dataset<Row> changed = rows.alias(NEW)
                .join(old().alias(OLD), keyCondition(), replaced.isPresent() ? "full" : "left")
                .filter(differs())
                .select(changedColumns())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Touched touched = touched(changed);
            TableWrite write = new TableWrite(session, store.log(table), table);
            if (touched.rows == 0) {
                return write.commitNothing(tag.touching(DaySet.NONE));
            }
            Column[] columns =
                    table.columnNames().stream().map(TableMerge::quoted).toArray(Column[]::new);
            Column[] key = table.keyNames().stream().map(TableMerge::quoted).toArray(Column[]::new);
            // Without a day column nothing tells which days a change concerns, so it may concern any.
            DaySet days = table.dayField().isPresent() ? DaySet.of(touched.days) : DaySet.ALL;
            return write.replacingKeys(changed.select(key), touched.files)
                    .commit(changed.filter(not(col(GONE))).select(columns), tag.touching(days), days, check);
        } finally {
            changed.unpersist();
        }
    }

    /** The rows that may change, each with the file that it lies in. */
    private Dataset<Row> old() {
        Dataset<Row> old = store.read(table)
                .withColumn(OLD_FILE, store.version(table).isPresent() ? col("_metadata.file_path") : lit(""));
        return replaced.map(keys -> old.join(keys, keys.columns(), "left_semi")).orElse(old);
    }

    /**
     * Where changed rows lie and lay.
     *
     * @param rows how many there are
     * @param days the days that they stand for now, and those that they stood for before
     * @param files the files that hold their old values
     */
    private record Touched(long rows, Set<LocalDate> days, Set<String> files) {}

    private Touched touched(Dataset<Row> changed) {
        Column day = table.dayField().map(Field::col).orElse(lit(null).cast("date"));
        Set<LocalDate> days = new HashSet<>();
        Set<String> files = new HashSet<>();
        long rows = 0;
        for (Row row : changed.groupBy(day.alias("day"), col(OLD_DAY), col(OLD_FILE))
                .count()
                .collectAsList()) {
            addDay(days, row, 0);
            addDay(days, row, 1);
            if (!row.isNullAt(2)) {
                files.add(row.getString(2));
            }
            rows += row.getLong(3);
        }
        return new Touched(rows, days, files);
    }

    private static void addDay(Set<LocalDate> days, Row row, int position) {
        if (!row.isNullAt(position)) {
            days.add(row.getDate(position).toLocalDate());
        }
    }

    private Column keyCondition() {
        return table.keyNames().stream()
                .map(name -> side(NEW, name).equalTo(side(OLD, name)))
                .reduce(Column::and)
                .orElseThrow();
    }

    private Column differs() {
        Column unknown = side(OLD, table.keyNames().get(0)).isNull().or(gone());
        return table.fields().stream()
                .map(field -> not(comparable(NEW, field).eqNullSafe(comparable(OLD, field))))
                .reduce(unknown, Column::or);
    }

    /** Maps have no equality in SQL; their entries have. */
    private static Column comparable(String alias, Field field) {
        Column column = side(alias, field.name());
        return field.type() instanceof MapType ? array_sort(map_entries(column)) : column;
    }

    /** A key is never null but where a join found nothing. */
    private Column gone() {
        return side(NEW, table.keyNames().get(0)).isNull();
    }

    private Column[] changedColumns() {
        List<Column> columns = new ArrayList<>();
        for (Field field : table.fields()) {
            Column value = side(NEW, field.name());
            Column known = table.key().contains(field) ? coalesce(value, side(OLD, field.name())) : value;
            columns.add(known.alias(field.name()));
        }
        columns.add(gone().alias(GONE));
        columns.add(table.dayField()
                .map(day -> side(OLD, day.name()))
                .orElse(lit(null).cast("date"))
                .alias(OLD_DAY));
        columns.add(side(OLD, OLD_FILE).alias(OLD_FILE));
        return columns.toArray(new Column[0]);
    }

    private static Column side(String alias, String name) {
        return col(alias + "." + "`" + name + "`");
    }

    private static Column quoted(String name) {
        return col("`" + name + "`");
    }
}
