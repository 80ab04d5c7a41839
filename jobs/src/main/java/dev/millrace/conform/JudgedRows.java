package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.job.JobInputs;
import dev.millrace.job.Rejected;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Settings;
import dev.millrace.table.DaySet;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The newly delivered rows of every source of an entity, judged and counted. */
final class JudgedRows {

    private final TableSpec entity;
    private final Dataset<Row> judged;
    private final Map<String, DaySet> changed = new HashMap<>();
    private final Map<String, Long> byRule = new HashMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private long seen;

    private JudgedRows(TableSpec entity, Dataset<Row> judged) {
        this.entity = entity;
        this.judged = judged;
    }

    /** Judges the newly delivered rows of the sources of an entity. */
    static JudgedRows of(Settings settings, List<EntityMapping> mappings, EntitySpec entity, JobInputs inputs) {
        List<Dataset<Row>> frames = new ArrayList<>();
        Map<String, DaySet> changed = new HashMap<>();
        for (EntityMapping mapping : mappings) {
            MappedSource from = new MappedSource(settings, mapping);
            changed.put(mapping.source(), inputs.changed(from.bronze()));
            frames.add(new EntityRows(from, entity).judge(inputs).select(kept(entity.table())));
        }
        JudgedRows result = new JudgedRows(
                entity.table(), frames.stream().reduce(Dataset::unionByName).orElseThrow());
        result.changed.putAll(changed);
        result.count();
        return result;
    }

    private static Column[] kept(TableSpec entity) {
        Set<String> names = new LinkedHashSet<>(entity.columnNames());
        names.addAll(List.of("source", "source_file", "source_ordinal", "known_date", MappedSource.ITEM_NUMBER));
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(col(name)));
        columns.add(col(EntityRows.RULE));
        columns.add(col(EntityRows.DETAIL));
        columns.add(col(EntityRows.RAW));
        return columns.toArray(new Column[0]);
    }

    private void count() {
        Column day = entity.dayField().map(Field::col).orElse(lit(null).cast("date"));
        for (Row row : EntityRows.summary(judged, day.alias("day"))) {
            seen += row.getLong(2);
            if (!row.isNullAt(1)) {
                byRule.merge(row.getString(1), row.getLong(2), Long::sum);
            } else if (!row.isNullAt(0)) {
                days.add(row.getDate(0).toLocalDate());
            }
        }
    }

    /** The good rows, with the entity's columns. */
    Dataset<Row> good() {
        return EntityRows.good(judged, entity);
    }

    /** The days that good rows lie on. */
    DaySet days() {
        return DaySet.of(days);
    }

    /** The rejected rows and their number. */
    Rejected rejected() {
        return new Rejected(
                EntityRows.rejected(judged), Optional.of(new Rejected.Counts(byRule, seen)), delivered("source"));
    }

    /** Whether a row of the entity comes from one of the deliveries that were judged. */
    Column deliveredAgain() {
        return delivered("source");
    }

    private Column delivered(String sourceColumn) {
        return changed.entrySet().stream()
                .map(entry -> col(sourceColumn)
                        .equalTo(lit(entry.getKey()))
                        .and(entry.getValue().covers(col("known_date"))))
                .reduce(Column::or)
                .orElse(lit(false));
    }
}
