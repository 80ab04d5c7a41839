package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per delivered file that was taken in: what it held and where its rows went. */
public final class DeliveredFile {

    /** Its rows are in bronze, or in quarantine row by row. */
    public static final String TAKEN_IN = "taken_in";
    /** It could not be read; it stands in quarantine as a whole, and may be delivered again mended. */
    public static final String UNREADABLE = "unreadable";

    public static final Field SOURCE = required("source", STRING, "Source that the file belongs to");
    public static final Field FILE = required("file", STRING, "Path relative to the landing folder");
    public static final Field KNOWN_DATE = required("known_date", DATE, "Day of delivery");
    public static final Field STATUS = required("status", STRING, "taken_in or unreadable");
    public static final Field BYTES = required("bytes", LONG, "Size as delivered");
    public static final Field MODIFIED_MILLIS = required("modified_millis", LONG, "Modification time, epoch ms");
    public static final Field SHA256 = required("sha256", STRING, "Checksum of the file as delivered, hexadecimal");
    public static final Field ROWS_DELIVERED =
            required("rows_delivered", LONG, "Lines below the header that are not blank, counted without the parser");
    public static final Field ROWS_BRONZE = required("rows_bronze", LONG, "Rows in bronze");
    public static final Field ROWS_QUARANTINED = required("rows_quarantined", LONG, "Rows in quarantine");
    public static final Field BRONZE_VERSION = required("bronze_version", LONG, "Version of bronze that took it in");
    public static final Field RUN_ID = required("run_id", STRING, "Run that took it in");
    public static final Field MESSAGE = optional("message", STRING, "Why it is unreadable");

    public static final TableSpec SPEC = TableSpec.ops("file")
            .grain("one row per delivered file and version of bronze that took it in")
            .fields(
                    SOURCE,
                    FILE,
                    KNOWN_DATE,
                    STATUS,
                    BYTES,
                    MODIFIED_MILLIS,
                    SHA256,
                    ROWS_DELIVERED,
                    ROWS_BRONZE,
                    ROWS_QUARANTINED,
                    BRONZE_VERSION,
                    RUN_ID,
                    MESSAGE)
            .key(SOURCE, FILE, BRONZE_VERSION)
            .day(KNOWN_DATE)
            .check("nothing_lost", "status <> 'taken_in' OR rows_delivered = rows_bronze + rows_quarantined")
            .write(WriteMode.APPEND_ONCE_PER_RUN);

    private DeliveredFile() {}
}
