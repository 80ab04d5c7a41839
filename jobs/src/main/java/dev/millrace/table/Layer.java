package dev.millrace.table;

import java.util.Locale;

/** Where a table stands in the flow of data; the name of its folder below the lake. */
public enum Layer {
    /** Source rows as delivered, with where they came from. */
    BRONZE,
    /** Typed, deduplicated, conformed entities and facts. */
    SILVER,
    /** Model input, and the daily aggregates that carry history. */
    FEATURE,
    /** Model output. */
    SCORE,
    /** What people and BI read. */
    GOLD,
    /** Runs, files, quality and rejected rows. */
    OPS;

    /** The folder below the lake that holds the layer's tables. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
