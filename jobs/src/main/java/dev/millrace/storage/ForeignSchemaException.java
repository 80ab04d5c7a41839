package dev.millrace.storage;

import java.util.List;

/** A table of the lake has columns that its declaration does not know. */
public final class ForeignSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignSchemaException(String path, List<String> unknown) {
        super("The table at " + path + " has columns that this version or configuration does not declare: "
                + String.join(", ", unknown)
                + ". Nothing was written. Run the version and configuration that made the table, or move it aside to have"
                + " it made anew.");
    }
}
