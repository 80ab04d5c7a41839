package dev.millrace.tables.bronze;

import static dev.millrace.table.ColumnTypes.ATTRIBUTES;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One row per delivered row of a source, its values as they stood in the file. Each source has a table of its own, named
 * after it.
 */
public final class DeliveredRow {

    public static final Field FILE = required("_file", STRING, "Delivered file, relative to the landing folder");
    public static final Field ORDINAL =
            required("_ordinal", LONG, "Line of the file that the row stands on; the header line is 1");
    public static final Field KNOWN_DATE = required("_known_date", DATE, "Day on which the source delivered the file");
    public static final Field EXTRA =
            optional("_extra", ATTRIBUTES, "Columns of the file that the mapping does not declare, by name");

    private DeliveredRow() {}

    /** The table that holds the rows of a source. */
    public static TableSpec of(SourceSpec source) {
        List<Field> fields = new ArrayList<>();
        source.columnNames().forEach(column -> fields.add(optional(column, STRING, "As delivered")));
        fields.addAll(List.of(EXTRA, FILE, ORDINAL, KNOWN_DATE));
        return TableSpec.bronze(source.name())
                .grain("one row per delivered row of source " + source.name())
                .fields(fields)
                .key(FILE, ORDINAL)
                .day(KNOWN_DATE)
                .write(WriteMode.APPEND_ONCE_PER_FILE);
    }
}
