package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes a table of customers, products or whatever else lasts: one row a key, each column with the newest value that any source delivered for it.
 * Newest by day of delivery, then by file and line. A blank does not wipe out what was known.
 */
public final class ConformDimension implements Job {

    private static final Column VERSION =
            struct(col("known_date"), col("source_file"), col("source_ordinal"), col("source"));
    private static final List<String> PROVENANCE = List.of("known_date", "source_file", "source_ordinal", "source");
    private static final String OLD = "_old_";

    private final Settings settings;
    private final EntitySpec spec;
    private final TableSpec entity;
    private final List<Field> key;
    private final List<EntityMapping> mappings;

    public ConformDimension(Settings settings, EntitySpec spec) {
        this.settings = settings;
        this.spec = spec;
        this.entity = spec.table();
        this.key = entity.key();
        this.mappings = settings.mappingsOnto(entity.name());
    }

    @Override
    public String name() {
        return "conform-" + entity.name();
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>();
        inputs.add(new Input(entity, Reach.PREVIOUS));
        inputs.addAll(MappedSource.inputs(settings, mappings));
        inputs.addAll(RowRules.of(settings, spec).inputs());
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(entity);
    }

    @Override
    public String fingerprint() {
        return mappings.toString() + RowRules.of(settings, spec).fingerprint();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        JudgedRows judged = JudgedRows.of(settings, mappings, spec, inputs);
        Dataset<Row> newest = newest(judged.good());
        Dataset<Row> rows = inputs.days().isAll() ? newest : merged(newest, inputs.previous(entity));
        return JobOutputs.of(entity, rows).rejecting(judged.rejected()).warning(judged.warnings());
    }

    private List<Field> described() {
        return entity.fields().stream()
                .filter(field -> !key.contains(field) && !PROVENANCE.contains(field.name()))
                .toList();
    }

    private Dataset<Row> newest(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (Field field : described()) {
            columns.add(
                    max_by(field.col(), when(field.col().isNotNull(), VERSION)).alias(field.name()));
        }
        Dataset<Row> grouped = rows.groupBy(key.stream().map(Field::col).toArray(Column[]::new))
                .agg(max(VERSION).alias("_version"), columns.toArray(new Column[0]));
        return grouped.select(inOrder(
                grouped.columns(),
                PROVENANCE.stream().map(name -> col("_version." + name)).toList()));
    }

    private Column[] inOrder(String[] made, List<Column> provenance) {
        List<Column> columns = new ArrayList<>();
        for (String name : made) {
            if (!name.equals("_version")) {
                columns.add(col(name));
            }
        }
        columns.addAll(provenance);
        return columns.toArray(new Column[0]);
    }

    private Dataset<Row> merged(Dataset<Row> newest, Dataset<Row> previous) {
        Dataset<Row> old = previous;
        for (String name : entity.columnNames()) {
            old = old.withColumnRenamed(name, OLD + name);
        }
        Column newer = col(OLD + key.get(0).name()).isNull().or(VERSION.geq(oldVersion()));
        List<Column> columns = new ArrayList<>();
        key.forEach(field -> columns.add(field.col()));
        for (Field field : described()) {
            Column before = col(OLD + field.name());
            columns.add(when(newer, coalesce(field.col(), before))
                    .otherwise(coalesce(before, field.col()))
                    .alias(field.name()));
        }
        for (String name : PROVENANCE) {
            columns.add(when(newer, col(name)).otherwise(col(OLD + name)).alias(name));
        }
        Column same = key.stream()
                .map(field -> field.col().equalTo(col(OLD + field.name())))
                .reduce(Column::and)
                .orElseThrow();
        return newest.join(old, same, "left").select(columns.toArray(new Column[0]));
    }

    private static Column oldVersion() {
        return struct(
                PROVENANCE.stream().map(name -> col(OLD + name).alias(name)).toArray(Column[]::new));
    }
}
