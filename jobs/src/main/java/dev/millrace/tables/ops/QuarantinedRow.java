package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.BINARY;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per rejected row and job that rejected it: the rule, where it came from, and the line itself. */
public final class QuarantinedRow {

    public static final Field JOB = required("job", STRING, "Job that rejected the row");
    public static final Field SOURCE = required("source", STRING, "Source that delivered it");
    public static final Field FILE = required("file", STRING, "Delivered file");
    public static final Field ORDINAL = required("ordinal", LONG, "Line of the file; 0 stands for the file as a whole");
    public static final Field ITEM = required(
            "item", INT, "Element of the row that a mapping made a row of its own, from 1; 0 for the row itself");
    public static final Field KNOWN_DATE = required("known_date", DATE, "Day of delivery");
    public static final Field RULE = required("rule", STRING, "Rule that the row broke");
    public static final Field DETAIL = optional("detail", STRING, "What is wrong and what to do");
    public static final Field RAW = optional("raw", STRING, "The line as delivered");
    public static final Field RAW_BYTES =
            optional("raw_bytes", BINARY, "The line's bytes, where they are no text in the declared encoding");
    public static final Field RUN_ID = required("run_id", STRING, "Run that rejected it");

    public static final TableSpec SPEC = TableSpec.ops("quarantine")
            .grain("one row per rejected row and job that rejected it")
            .fields(JOB, SOURCE, FILE, ORDINAL, ITEM, KNOWN_DATE, RULE, DETAIL, RAW, RAW_BYTES, RUN_ID)
            .key(JOB, SOURCE, FILE, ORDINAL, ITEM)
            .day(KNOWN_DATE)
            .personal(RAW, RAW_BYTES)
            .write(WriteMode.REPLACE_DAYS);

    private QuarantinedRow() {}
}
