package dev.millrace.testing;

import dev.millrace.job.Delivery;
import dev.millrace.job.JobInputs;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Inputs that a test made itself, for a job alone; a table need only have the columns that the job uses. */
public final class InMemoryInputs implements JobInputs {

    private final DaySet days;
    private final Map<String, Dataset<Row>> tables = new HashMap<>();

    public InMemoryInputs(DaySet days) {
        this.days = days;
    }

    /** With the rows of a table. */
    public InMemoryInputs with(TableSpec table, Dataset<Row> rows) {
        tables.put(table.id(), rows);
        return this;
    }

    @Override
    public DaySet days() {
        return days;
    }

    @Override
    public Dataset<Row> table(TableSpec table) {
        return tables.get(table.id());
    }

    @Override
    public Dataset<Row> newest(TableSpec table) {
        return tables.get(table.id());
    }

    @Override
    public DaySet changed(TableSpec table) {
        return days;
    }

    @Override
    public Dataset<Row> previous(TableSpec table) {
        return tables.get(table.id());
    }

    @Override
    public List<Delivery> deliveries(SourceSpec source) {
        throw new UnsupportedOperationException("No deliveries here.");
    }
}
