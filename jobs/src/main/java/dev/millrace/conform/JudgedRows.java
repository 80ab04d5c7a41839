package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.DataException;
import dev.millrace.job.JobInputs;
import dev.millrace.job.Rejected;
import dev.millrace.job.Warning;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.QualityRule;
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

    private static final int SAMPLE = 200;

    private final TableSpec entity;
    private final List<QualityRule> counting;
    private final Dataset<Row> judged;
    private final Map<String, DaySet> changed = new HashMap<>();
    private final Map<String, Long> byRule = new HashMap<>();
    private final Map<String, String> samples = new HashMap<>();
    private final Map<String, Long> flagged = new HashMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private long seen;

    private JudgedRows(TableSpec entity, List<QualityRule> counting, Dataset<Row> judged) {
        this.entity = entity;
        this.counting = counting;
        this.judged = judged;
    }

    /** Judges the newly delivered rows of the sources of an entity. */
    static JudgedRows of(Settings settings, List<EntityMapping> mappings, EntitySpec entity, JobInputs inputs) {
        List<Dataset<Row>> frames = new ArrayList<>();
        Map<String, DaySet> changed = new HashMap<>();
        RowRules rules = RowRules.of(settings, entity);
        for (EntityMapping mapping : mappings) {
            MappedSource from = new MappedSource(settings, mapping);
            changed.put(mapping.source(), inputs.changed(from.bronze()));
            frames.add(new EntityRows(from, entity, rules).judge(inputs).select(kept(entity.delivered(), rules)));
        }
        JudgedRows result = new JudgedRows(
                entity.delivered(),
                rules.counting(),
                frames.stream().reduce(Dataset::unionByName).orElseThrow());
        result.changed.putAll(changed);
        result.count();
        return result;
    }

    private static Column[] kept(TableSpec entity, RowRules rules) {
        Set<String> names = new LinkedHashSet<>(entity.columnNames());
        names.addAll(List.of("source", "source_file", "source_ordinal", "known_date", MappedSource.ITEM_NUMBER));
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(col(name)));
        columns.add(col(EntityRows.RULE));
        columns.add(col(EntityRows.DETAIL));
        columns.add(col(EntityRows.RAW));
        rules.counting().forEach(rule -> columns.add(col(RowRules.flag(rule))));
        return columns.toArray(new Column[0]);
    }

    private void count() {
        Column day = entity.dayField().map(Field::col).orElse(lit(null).cast("date"));
        List<Column> sums = new ArrayList<>();
        sums.add(max(when(col(EntityRows.RULE).isNotNull(), sample())));
        for (QualityRule rule : counting) {
            sums.add(sum(when(col(RowRules.flag(rule)), 1).otherwise(0)));
            sums.add(max(when(col(RowRules.flag(rule)), sample())));
        }
        List<Row> groups = judged.groupBy(day.alias("day"), col(EntityRows.RULE))
                .agg(org.apache.spark.sql.functions.count(lit(1)).alias("rows"), sums.toArray(new Column[0]))
                .collectAsList();
        groups.forEach(this::take);
        counting.forEach(this::abortIfBroken);
    }

    private static Column sample() {
        return concat_ws(
                " ",
                concat_ws(":", col("source_file"), col("source_ordinal")),
                substring(col(EntityRows.RAW), 1, SAMPLE));
    }

    private void take(Row group) {
        long rows = group.getLong(2);
        seen += rows;
        if (!group.isNullAt(1)) {
            byRule.merge(group.getString(1), rows, Long::sum);
            samples.putIfAbsent(group.getString(1), group.getString(3));
        } else if (!group.isNullAt(0)) {
            days.add(group.getDate(0).toLocalDate());
        }
        for (int i = 0; i < counting.size(); i++) {
            String rule = counting.get(i).name();
            flagged.merge(rule, group.getLong(4 + 2 * i), Long::sum);
            if (!group.isNullAt(5 + 2 * i)) {
                samples.putIfAbsent(rule, group.getString(5 + 2 * i));
            }
        }
    }

    private void abortIfBroken(QualityRule rule) {
        long broken = flagged.getOrDefault(rule.name(), 0L);
        if (rule.onFailure() == QualityRule.OnFailure.ABORT && broken > 0) {
            throw new DataException("'" + rule.path() + "' stops the run: " + broken + " of " + seen
                    + " rows of " + entity.id() + " do not meet it (expected "
                    + rule.measure().expected()
                    + "), such as " + samples.get(rule.name())
                    + ". Nothing was written. Mend the rows, or set on-failure"
                    + " to quarantine or warn.");
        }
    }

    /** What rows that only count came to. */
    List<Warning> warnings() {
        return counting.stream()
                .map(rule -> new Warning(
                        rule.name(),
                        seen,
                        flagged.getOrDefault(rule.name(), 0L),
                        rule.measure().expected(),
                        flagged.getOrDefault(rule.name(), 0L) + " of " + seen + " rows do not",
                        samples.get(rule.name())))
                .toList();
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
                EntityRows.rejected(judged),
                Optional.of(new Rejected.Counts(byRule, seen, samples)),
                delivered("source"));
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
