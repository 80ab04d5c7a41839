package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the tables of something that lasts, such as customers or products, from every source that is mapped onto it: all that
 * was ever delivered of it, its versions by period, and its newest state. What a delivery touches is made anew from all that
 * was delivered of it, so that deliveries may come in any order and a delivery that is judged again takes its old rows away.
 */
public final class ConformDimension implements Job {

    private final Settings settings;
    private final EntitySpec entity;
    private final TableSpec changes;
    private final List<EntityMapping> mappings;

    public ConformDimension(Settings settings, EntitySpec entity) {
        this.settings = settings;
        this.entity = entity;
        this.changes = entity.changes();
        this.mappings = settings.mappingsOnto(entity.name());
    }

    @Override
    public String name() {
        return "conform-" + entity.name();
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>(MappedSource.inputs(settings, mappings));
        inputs.addAll(RowRules.of(settings, entity).inputs());
        outputs().forEach(table -> inputs.add(new Input(table, Reach.PREVIOUS)));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return new LinkedHashSet<>(List.of(entity.versions(), changes, entity.table()));
    }

    @Override
    public String fingerprint() {
        return mappings.toString() + RowRules.of(settings, entity).fingerprint();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        JudgedRows judged = JudgedRows.of(settings, mappings, entity, inputs);
        Dataset<Row> delivered = dated(judged.good());
        Dataset<Row> touched = touched(delivered, judged, inputs);
        Dataset<Row> all = delivered.unionByName(
                inputs.previous(changes).filter(not(judged.deliveredAgain())).join(touched, keyNames(), "left_semi"));
        DimensionVersions versions = new DimensionVersions(entity);
        // The changes are written last: which keys lose some can be told only as long as they are there. Killed
        // before, a rerun finds all as it was and makes the other tables once more.
        return new JobOutputs(
                        List.of(
                                Output.ofKeys(entity.table(), versions.newest(all), touched),
                                Output.ofKeys(entity.versions(), versions.versions(all), touched),
                                Output.ofKeys(changes, all, touched)),
                        Optional.of(judged.rejected()),
                        judged.warnings())
                .sharing(inputs.days().isAll() ? List.of(all) : List.of(touched, all));
    }

    /** A description whose moment the source leaves blank holds from the day of its delivery. */
    private static Dataset<Row> dated(Dataset<Row> rows) {
        String from = EntitySpec.VALID_FROM.name();
        return rows.withColumn(from, coalesce(col(from), col("known_date").cast("timestamp")));
    }

    /**
     * The keys that something was delivered of, and those that lose what is judged again. The other tables are asked too: a
     * killed run may have written to them what its delivery, replaced since, no longer holds.
     */
    private Dataset<Row> touched(Dataset<Row> delivered, JudgedRows judged, JobInputs inputs) {
        Dataset<Row> keys = delivered.select(key());
        for (TableSpec table : List.of(entity.table(), entity.versions(), changes)) {
            keys = keys.union(
                    inputs.previous(table).filter(judged.deliveredAgain()).select(key()));
        }
        return keys.distinct();
    }

    private Column[] key() {
        return entity.table().key().stream().map(Field::col).toArray(Column[]::new);
    }

    private String[] keyNames() {
        return entity.table().keyNames().toArray(new String[0]);
    }
}
