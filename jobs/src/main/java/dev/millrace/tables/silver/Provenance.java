package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.ATTRIBUTES;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import java.util.ArrayList;
import java.util.List;

/** What every silver row carries besides its own columns: further attributes, and where it came from. */
public final class Provenance {

    public static final Field ATTRIBUTES_BY_NAME =
            optional("attributes", ATTRIBUTES, "Further columns of the source, by the name that the mapping gives");
    public static final Field SOURCE = required("source", STRING, "Source that delivered the row");
    public static final Field SOURCE_FILE = required("source_file", STRING, "Delivered file");
    public static final Field SOURCE_ORDINAL = required("source_ordinal", LONG, "Line or record of the delivered file");
    public static final Field SOURCE_HASH =
            required("source_hash", LONG, "Hash of the row as delivered; equal for exact duplicates");
    public static final Field KNOWN_DATE = required("known_date", DATE, "Day on which the source delivered the row");

    private static final Field NEWEST_SOURCE = required("source", STRING, "Source of the newest version");
    private static final Field NEWEST_FILE = required("source_file", STRING, "File of the newest version");
    private static final Field NEWEST_ORDINAL = required("source_ordinal", LONG, "Line of the newest version");
    private static final Field NEWEST_KNOWN_DATE =
            required("known_date", DATE, "Day on which the newest version was delivered");

    /**
     * SQL for the key of a row that its source gives none: where it stood. Two equal rows stay two; the same file under
     * another name makes new ones.
     */
    public static final String PLACE_OF_DELIVERY =
            "concat(mapping, ':', source_file, '#', source_ordinal, if(item_number > 0, concat('.', item_number), ''))";

    private Provenance() {}

    /** The columns of a fact: its own, then these. */
    public static List<Field> after(Field... own) {
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.addAll(List.of(ATTRIBUTES_BY_NAME, SOURCE, SOURCE_FILE, SOURCE_ORDINAL, SOURCE_HASH, KNOWN_DATE));
        return fields;
    }

    /** The columns of a dimension: its own, then those that tell where its newest version came from. */
    public static List<Field> ofNewest(Field... own) {
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.addAll(List.of(ATTRIBUTES_BY_NAME, NEWEST_SOURCE, NEWEST_FILE, NEWEST_ORDINAL, NEWEST_KNOWN_DATE));
        return fields;
    }
}
