package dev.millrace.engines.classify;

import java.io.Serializable;

/**
 * One thing that is known of an entity.
 *
 * @param name the column's name
 * @param kind how its values are to be read
 */
public record Feature(String name, Kind kind) implements Serializable {

    /** How values are read. */
    public enum Kind {
        /** Numbers, where more and less mean something. */
        NUMERIC,
        /** Words, each a level of its own. */
        CATEGORICAL
    }

    public static Feature numeric(String name) {
        return new Feature(name, Kind.NUMERIC);
    }

    public static Feature categorical(String name) {
        return new Feature(name, Kind.CATEGORICAL);
    }

    public boolean isNumeric() {
        return kind == Kind.NUMERIC;
    }
}
