package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per rule that a run checked on a table. */
public final class QualityResult {

    public static final Field RUN_ID = required("run_id", STRING, "Run that checked");
    public static final Field JOB = required("job", STRING, "Job whose rows were checked");
    public static final Field TABLE = required("table_id", STRING, "Table checked, such as silver/order_line");
    public static final Field RULE = required("rule", STRING, "Rule");
    public static final Field OUTCOME = required("outcome", STRING, "passed, quarantined, warned or failed");
    public static final Field ROWS_SEEN = required("rows_seen", LONG, "Rows that the rule looked at");
    public static final Field ROWS_FAILED = required("rows_failed", LONG, "Rows that broke it");
    public static final Field EXPECTED = optional("expected", STRING, "What the rule expects");
    public static final Field DETAIL = optional("detail", STRING, "What was seen, and what to do");
    public static final Field SAMPLE = optional("sample", STRING, "One of the rows that broke it, as delivered");

    public static final TableSpec SPEC = TableSpec.ops("quality_result")
            .grain("one row per run, job, table and rule")
            .fields(RUN_ID, JOB, TABLE, RULE, OUTCOME, ROWS_SEEN, ROWS_FAILED, EXPECTED, DETAIL, SAMPLE)
            .personal(SAMPLE)
            .key(RUN_ID, JOB, TABLE, RULE)
            .write(WriteMode.APPEND_ONCE_PER_RUN);

    private QualityResult() {}
}
