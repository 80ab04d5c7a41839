package dev.millrace.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entity: a silver table that sources are mapped onto.
 *
 * @param table its contract
 * @param kind how its rows change over time
 * @param needed the columns that every mapping must give
 * @param derived SQL over the entity's own columns (and {@code mapping, source_file, source_ordinal, item_number, known_date})
 *     for columns that a mapping does not give, in the order of evaluation
 * @param numbering the part of the key that is counted where a mapping does not give it
 */
public record EntitySpec(
        TableSpec table, Kind kind, List<Field> needed, Map<Field, String> derived, Optional<Numbering> numbering) {

    /** When a version was superseded. */
    public static final Field SUPERSEDED_DATE = Field.required(
            "superseded_date", ColumnTypes.DATE, "Day on which the version that took its place was delivered");

    /** From when a delivered description holds; a mapping may give it. */
    public static final Field VALID_FROM = Field.optional(
            "valid_from", ColumnTypes.TIMESTAMP, "Moment from which it holds; the day of delivery where none is given");

    /** Until when a version holds. */
    public static final Field VALID_TO = Field.optional(
            "valid_to", ColumnTypes.TIMESTAMP, "Moment from which the next version holds; none while it is the newest");

    /** Whether a version is the newest. */
    public static final Field IS_CURRENT =
            Field.required("is_current", ColumnTypes.BOOLEAN, "Whether it is the newest version that is known");

    /** Which mapping made a row. */
    public static final Field MAPPING = Field.required("mapping", ColumnTypes.STRING, "Mapping that made the row");

    /** Which element of a delivered row a row was made from. */
    public static final Field ITEM_NUMBER = Field.required(
            "item_number",
            ColumnTypes.INT,
            "Element of the delivered row, where a mapping makes several rows of one; else 0");

    /** How the rows of an entity change over time. */
    public enum Kind {
        /** Happened on a day; a newer version of the same key takes its place. */
        FACT,
        /** Describes something that lasts; each newer version adds to its history. */
        DIMENSION
    }

    public EntitySpec {
        needed = List.copyOf(needed);
        derived = new LinkedHashMap<>(derived);
        if (kind == Kind.DIMENSION && table.fields().stream().anyMatch(EntitySpec::tellsHistory)) {
            throw new IllegalArgumentException(table.id() + " declares a column that its history tables bring: one of "
                    + "valid_from, valid_to, is_current, mapping, item_number. Call it otherwise.");
        }
    }

    private static boolean tellsHistory(Field field) {
        return Stream.of(VALID_FROM, VALID_TO, IS_CURRENT, MAPPING, ITEM_NUMBER)
                .anyMatch(history -> history.name().equals(field.name()));
    }

    /** An entity whose rows happened on a day. */
    public static EntitySpec fact(TableSpec table) {
        return new EntitySpec(table, Kind.FACT, List.of(), Map.of(), Optional.empty());
    }

    /** An entity that describes something that lasts. */
    public static EntitySpec dimension(TableSpec table) {
        return new EntitySpec(table, Kind.DIMENSION, table.key(), Map.of(), Optional.empty());
    }

    /** With columns that every mapping must give. */
    public EntitySpec needing(Field... columns) {
        return new EntitySpec(table, kind, List.of(columns), derived, numbering);
    }

    /** With a column that follows from others where a mapping does not give it. */
    public EntitySpec deriving(Field column, String sql) {
        Map<Field, String> more = new LinkedHashMap<>(derived);
        more.put(column, sql);
        return new EntitySpec(table, kind, needed, more, numbering);
    }

    /** With a part of the key that is counted where a mapping does not give it. */
    public EntitySpec numbering(Field number, Field... within) {
        return new EntitySpec(table, kind, needed, derived, Optional.of(new Numbering(number, List.of(within))));
    }

    /** The columns that tell two rows apart wherever they lie: the key without the day. */
    public List<Field> naturalKey() {
        return table.key().stream()
                .filter(field -> !field.equals(table.dayField().orElse(null)))
                .toList();
    }

    /**
     * The contract of the table that keeps what newer versions of a fact took the place of: the fact's own columns and the day
     * on which the newer version was delivered.
     */
    public TableSpec superseded() {
        List<Field> fields = new ArrayList<>(table.fields());
        fields.add(SUPERSEDED_DATE);
        TableSpec spec = TableSpec.silver(table.name() + "_superseded")
                .grain("one row per version of " + table.name() + " that a newer one took the place of")
                .fields(fields)
                .write(WriteMode.REPLACE_DAYS)
                .personal(table.personal().toArray(new Field[0]));
        return table.dayField().map(spec::day).orElse(spec);
    }

    /** The contract of the newly delivered rows: what is judged, and what tells their order. */
    public TableSpec delivered() {
        return kind == Kind.FACT ? table : new DimensionHistory(table).delivered();
    }

    /** The names of the columns that a mapping may give. */
    public List<String> mappable() {
        List<String> names = new ArrayList<>(table.columnNames());
        if (kind == Kind.DIMENSION) {
            names.add(VALID_FROM.name());
        }
        return names;
    }

    /**
     * The contract of the table that keeps each delivered description of something that lasts, so that what was known on a day
     * can be told for ever.
     */
    public TableSpec changes() {
        return new DimensionHistory(table).changes();
    }

    /** The contract of the table that tells what something that lasts was like when: a row for each period. */
    public TableSpec versions() {
        return new DimensionHistory(table).versions();
    }

    /** All tables that can be made of it. */
    public List<TableSpec> tables() {
        return kind == Kind.FACT ? List.of(table, superseded()) : List.of(table, changes(), versions());
    }

    /** The columns that describe: neither key nor where the row came from. */
    public List<Field> described() {
        return new DimensionHistory(table).described();
    }

    /** The columns that tell where a row came from. */
    public List<Field> provenance() {
        return new DimensionHistory(table).provenance();
    }

    public String name() {
        return table.name();
    }
}
