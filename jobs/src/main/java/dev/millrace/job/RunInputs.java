package dev.millrace.job;

import dev.millrace.storage.DeltaStore;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Reach;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.List;
import java.util.function.Predicate;
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
        Input input = declared(table, reach -> !reach.isPrevious() && !reach.isLatest(), "");
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
    public Dataset<Row> newest(TableSpec table) {
        declared(table, Reach::isLatest, " in its newest state");
        Long version = staleness.versions().get(table.id());
        return version == null ? store.empty(table) : store.read(table, version);
    }

    @Override
    public DaySet changed(TableSpec table) {
        declared(table, reach -> !reach.isPrevious(), "");
        return staleness.changed().getOrDefault(table.id(), DaySet.ALL);
    }

    @Override
    public Dataset<Row> previous(TableSpec table) {
        Input input = declared(table, Reach::isPrevious, " as it was");
        boolean forgotten = staleness.days().isAll() && !input.reach().isRecord();
        return forgotten ? store.empty(table) : store.read(table);
    }

    @Override
    public List<Delivery> deliveries(SourceSpec source) {
        declared(source, Reach::isDelivered, "");
        return deliveries;
    }

    private Input declared(Asset asset, Predicate<Reach> reach, String how) {
        return job.inputs().stream()
                .filter(input -> input.asset().id().equals(asset.id()))
                .filter(input -> reach.test(input.reach()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Job " + job.name() + " reads " + asset.id() + how
                        + ", which it does not declare among its inputs."));
    }
}
