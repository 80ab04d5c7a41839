package dev.millrace.conform;

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
import dev.millrace.table.DaySet;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the facts of an entity from every source that is mapped onto it. The days that new rows lie on, and those that older
 * versions of them lie on, are made anew from the new rows and from those already there, so that a late, repeated or corrected
 * row lands where it would have landed in time. Versions that newer ones took the place of are kept beside the facts.
 */
public final class ConformFact implements Job {

    private final Settings settings;
    private final EntitySpec entity;
    private final List<EntityMapping> mappings;
    private final FactVersions versions;

    public ConformFact(Settings settings, EntitySpec entity) {
        this.settings = settings;
        this.entity = entity;
        this.mappings = settings.mappingsOnto(entity.name());
        this.versions = new FactVersions(entity, mappings);
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
        Set<Asset> outputs = new LinkedHashSet<>();
        if (versions.kept()) {
            outputs.add(entity.superseded());
        }
        outputs.add(entity.table());
        return outputs;
    }

    @Override
    public String fingerprint() {
        return mappings.toString() + RowRules.of(settings, entity).fingerprint();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        JudgedRows judged = JudgedRows.of(settings, mappings, entity, inputs);
        Dataset<Row> good = judged.good();
        Dataset<Row> before = inputs.previous(entity.table());
        DaySet days = judged.days()
                .union(daysOf(before.filter(judged.deliveredAgain())))
                .union(daysOfOlderVersions(good, before, judged.days()));
        Dataset<Row> known = kept(before, days, judged);
        if (!versions.kept()) {
            return JobOutputs.of(entity.table(), versions.newest(good.unionByName(known)), days)
                    .rejecting(judged.rejected())
                    .warning(judged.warnings());
        }
        TableSpec superseded = entity.superseded();
        Dataset<Row> old = kept(inputs.previous(superseded), days, judged).drop(EntitySpec.SUPERSEDED_DATE.name());
        Dataset<Row> all = versions.ordered(good.unionByName(known).unionByName(old));
        // What is superseded is written first: killed in between, no version is in neither table.
        return new JobOutputs(
                List.of(
                        new Output(superseded, versions.superseded(all), Optional.of(days)),
                        new Output(entity.table(), versions.current(all), Optional.of(days))),
                Optional.of(judged.rejected()),
                judged.warnings());
    }

    private Field day() {
        return entity.table().dayField().orElseThrow();
    }

    private Dataset<Row> kept(Dataset<Row> before, DaySet days, JudgedRows judged) {
        return before.filter(days.covers(day().col())).filter(not(judged.deliveredAgain()));
    }

    /** Where a correction moves a fact to another day, its old day is made anew too. */
    private DaySet daysOfOlderVersions(Dataset<Row> good, Dataset<Row> before, DaySet days) {
        if (!versions.kept() || days.isEmpty()) {
            return DaySet.NONE;
        }
        int reach = settings.correctionDays();
        DaySet near = days.stretch(first -> first.minusDays(reach), last -> last.plusDays(reach));
        String[] key = entity.naturalKey().stream().map(Field::name).toArray(String[]::new);
        Dataset<Row> keys =
                good.filter(versions.givesKey()).select(columns(key)).distinct();
        return daysOf(before.filter(near.covers(day().col()))
                .filter(not(days.covers(day().col())))
                .join(keys, key, "left_semi"));
    }

    private static org.apache.spark.sql.Column[] columns(String[] names) {
        return java.util.stream.Stream.of(names).map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new);
    }

    private DaySet daysOf(Dataset<Row> rows) {
        return DaySet.of(rows.select(day().col()).distinct().collectAsList().stream()
                .map(row -> row.getDate(0).toLocalDate())
                .toList());
    }
}
