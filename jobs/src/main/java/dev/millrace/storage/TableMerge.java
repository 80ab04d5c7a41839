package dev.millrace.storage;

import static org.apache.spark.sql.functions.array_sort;
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
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.storage.StorageLevel;

/**
 * Inserts and updates by key. Only rows that differ are touched, and only the files that hold their old values are rewritten,
 * so that the same rows twice change nothing. One pass finds the changed rows, the files and the days; Delta's MERGE would
 * join twice and tell none of them.
 */
final class TableMerge {

    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String OLD_DAY = "_old_day";
    private static final String OLD_FILE = "_old_file";

    private final SparkSession session;
    private final DeltaStore store;
    private final TableSpec table;

    TableMerge(SparkSession session, DeltaStore store, TableSpec table) {
        this.session = session;
        this.store = store;
        this.table = table;
    }

    Receipt commit(Dataset<Row> rows, CommitTag tag, PreCommit check) {
        Dataset<Row> old = store.read(table)
                .withColumn(OLD_FILE, store.version(table).isPresent() ? col("_metadata.file_path") : lit(""))
                .alias(OLD);
        Dataset<Row> changed = rows.alias(NEW)
                .join(old, keyCondition(), "left")
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
            DaySet days = DaySet.of(touched.days);
            return write.replacingKeys(changed.select(key), touched.files)
                    .commit(changed.select(columns), tag.touching(days), days, check);
        } finally {
            changed.unpersist();
        }
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
        Column unknown = side(OLD, table.keyNames().get(0)).isNull();
        return table.fields().stream()
                .map(field -> not(comparable(NEW, field).eqNullSafe(comparable(OLD, field))))
                .reduce(unknown, Column::or);
    }

    /** Maps have no equality in SQL; their entries have. */
    private static Column comparable(String alias, Field field) {
        Column column = side(alias, field.name());
        return field.type() instanceof MapType ? array_sort(map_entries(column)) : column;
    }

    private Column[] changedColumns() {
        List<Column> columns = new ArrayList<>();
        table.columnNames().forEach(name -> columns.add(side(NEW, name).alias(name)));
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
