package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per job of a run: what it did, how long it took, how it ended. */
public final class JobRun {

    public static final Field RUN_ID = required("run_id", STRING, "Run that the job was part of");
    public static final Field JOB = required("job", STRING, "Job");
    public static final Field STATUS = required("status", STRING, "done, up_to_date, failed or skipped");
    public static final Field WINDOW_FROM = required("window_from", DATE, "First delivery day asked for");
    public static final Field WINDOW_TO = required("window_to", DATE, "Last delivery day asked for");
    public static final Field DAYS = optional("days", STRING, "Data dates that the job made again");
    public static final Field ROWS_WRITTEN = required("rows_written", LONG, "Rows of the days made");
    public static final Field ROWS_REJECTED = required("rows_rejected", LONG, "Rows sent to quarantine");
    public static final Field STARTED_AT = required("started_at", TIMESTAMP, "UTC moment it began");
    public static final Field SECONDS = required("seconds", DOUBLE, "Wall time");
    public static final Field MESSAGE = optional("message", STRING, "Why it failed or was skipped");

    public static final TableSpec SPEC = TableSpec.ops("job_run")
            .grain("one row per job of a run")
            .fields(
                    RUN_ID,
                    JOB,
                    STATUS,
                    WINDOW_FROM,
                    WINDOW_TO,
                    DAYS,
                    ROWS_WRITTEN,
                    ROWS_REJECTED,
                    STARTED_AT,
                    SECONDS,
                    MESSAGE)
            .key(RUN_ID, JOB)
            .write(WriteMode.APPEND_ONCE_PER_RUN);

    private JobRun() {}
}
