package dev.millrace.job;

import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a job reads: its declared inputs, each only as far as it reaches. Asking for another is an error. */
public interface JobInputs {

    /** The days of the output that must be made; all of them on a first run or after the job's settings changed. */
    DaySet days();

    /** The rows of an input table that are needed to make {@link #days()}. */
    Dataset<Row> table(TableSpec table);

    /** All rows of an input that is read in its newest state. */
    Dataset<Row> newest(TableSpec table);

    /** The days of an input table that changed since the job last read it. */
    DaySet changed(TableSpec table);

    /** An output of the job as it stood before this run; empty where everything is made anew and it is no record. */
    Dataset<Row> previous(TableSpec table);

    /** The files of a source that no run has taken in. */
    List<Delivery> deliveries(SourceSpec source);
}
