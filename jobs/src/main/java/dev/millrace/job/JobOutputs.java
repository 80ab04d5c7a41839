package dev.millrace.job;

import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a job computed.
 *
 * @param outputs its rows, by table
 * @param rejected the rows that it turned away, if it judges any
 * @param warnings what a person should know
 * @param shared rows that several outputs are made from, each after those that it is made from; evaluated once
 */
public record JobOutputs(
        List<Output> outputs, Optional<Rejected> rejected, List<Warning> warnings, List<Dataset<Row>> shared) {

    public JobOutputs {
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
        shared = List.copyOf(shared);
    }

    public JobOutputs(List<Output> outputs, Optional<Rejected> rejected, List<Warning> warnings) {
        this(outputs, rejected, warnings, List.of());
    }

    /** Rows for the days that the run asked for. */
    public static JobOutputs of(TableSpec table, Dataset<Row> rows) {
        return new JobOutputs(List.of(new Output(table, rows, Optional.empty())), Optional.empty(), List.of());
    }

    /** Rows for days that the rows themselves tell. */
    public static JobOutputs of(TableSpec table, Dataset<Row> rows, DaySet days) {
        return new JobOutputs(List.of(new Output(table, rows, Optional.of(days))), Optional.empty(), List.of());
    }

    /** The same, with the rows that were turned away. */
    public JobOutputs rejecting(Rejected rows) {
        return new JobOutputs(outputs, Optional.of(rows), warnings, shared);
    }

    /** The same, with what a person should know. */
    public JobOutputs warning(List<Warning> more) {
        return new JobOutputs(outputs, rejected, more, shared);
    }

    /** The same, evaluating rows that several outputs are made from only once. */
    public JobOutputs sharing(List<Dataset<Row>> rows) {
        return new JobOutputs(outputs, rejected, warnings, rows);
    }
}
