package dev.millrace.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public String name() {
        return table.name();
    }
}
