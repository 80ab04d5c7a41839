package dev.millrace.job;

import dev.millrace.storage.DeltaStore;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The inputs of a job in a run, read from the lake as far as the job declared. */
final class RunInputs implements JobInputs {

    private final Job job;
    private final Staleness staleness;
    private final DeltaStore store;
    private final List<Delivery> deliveries;

    RunInputs(Job job, Staleness staleness, DeltaStore store, List<Delivery> deliveries) {
        this.job = job;
        this.staleness = staleness;
        this.store = store;
        this.deliveries = List.copyOf(deliveries);
    }

    @Override
    public DaySet days() {
        return staleness.days();
    }

    @Override
    public Dataset<Row> table(TableSpec table) {
        Input input = declared(table, false);
        Long version = staleness.versions().get(table.id());
        if (version == null) {
            return store.empty(table);
        }
        Dataset<Row> rows = store.read(table, version);
        DaySet needed =
                input.reach().isDelivered() ? changed(table) : input.reach().needed(staleness.days());
        return table.dayField().isEmpty() || needed.isAll()
                ? rows
                : rows.filter(needed.covers(table.dayField().get().col()));
    }

    @Override
    public DaySet changed(TableSpec table) {
        declared(table, false);
        return staleness.changed().getOrDefault(table.id(), DaySet.ALL);
    }

    @Override
    public Dataset<Row> previous(TableSpec table) {
        declared(table, true);
        return staleness.days().isAll() ? store.empty(table) : store.read(table);
    }

    @Override
    public List<Delivery> deliveries(SourceSpec source) {
        declared(source, false);
        return deliveries;
    }

    private Input declared(Asset asset, boolean previous) {
        return job.inputs().stream()
                .filter(input -> input.asset().id().equals(asset.id()))
                .filter(input -> input.reach().isPrevious() == previous)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Job " + job.name() + " reads " + asset.id()
                        + (previous ? " as it was" : "") + ", which it does not declare among its inputs."));
    }
}
