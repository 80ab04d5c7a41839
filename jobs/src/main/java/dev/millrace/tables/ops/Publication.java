package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.ColumnTypes.VERSIONS;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per run that changed a table and ended well: the versions of all tables that belong together. */
public final class Publication {

    public static final Field RUN_ID = required("run_id", STRING, "Run that published");
    public static final Field DATA_DATE = required("data_date", DATE, "Last delivery day of the run");
    public static final Field PUBLISHED_AT = required("published_at", TIMESTAMP, "UTC moment of publication");
    public static final Field TABLE_VERSIONS =
            required("versions", VERSIONS, "Delta version to read, by table, such as gold/kpi_day");

    public static final TableSpec SPEC = TableSpec.ops("publication")
            .grain("one row per run that changed a table and ended well")
            .fields(RUN_ID, DATA_DATE, PUBLISHED_AT, TABLE_VERSIONS)
            .key(RUN_ID)
            .write(WriteMode.APPEND_ONCE_PER_RUN);

    private Publication() {}
}
