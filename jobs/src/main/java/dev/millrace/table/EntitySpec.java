package dev.millrace.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity: a silver table that sources are mapped onto.
 *
 * @param table its contract
 * @param kind how its rows change over time
 * @param needed the columns that every mapping must give
 * @param derived SQL over the entity's own columns (and {@code mapping, source_file, source_ordinal, item_number, known_date})
 *     for columns that a mapping does not give, in the order of evaluation
 */
public record EntitySpec(TableSpec table, Kind kind, List<Field> needed, Map<Field, String> derived) {

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
        return new EntitySpec(table, Kind.FACT, List.of(), Map.of());
    }

    /** An entity that describes something that lasts. */
    public static EntitySpec dimension(TableSpec table) {
        return new EntitySpec(table, Kind.DIMENSION, table.key(), Map.of());
    }

    /** With columns that every mapping must give. */
    public EntitySpec needing(Field... columns) {
        return new EntitySpec(table, kind, List.of(columns), derived);
    }

    /** With a column that follows from others where a mapping does not give it. */
    public EntitySpec deriving(Field column, String sql) {
        Map<Field, String> more = new LinkedHashMap<>(derived);
        more.put(column, sql);
        return new EntitySpec(table, kind, needed, more);
    }

    public String name() {
        return table.name();
    }
}
