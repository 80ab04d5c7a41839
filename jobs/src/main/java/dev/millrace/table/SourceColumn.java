package dev.millrace.table;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of delivered files.
 *
 * @param delivered its name in the files
 * @param name its name in bronze and in the SQL of mappings: letters, digits and underscores
 */
public record SourceColumn(String delivered, String name) {

    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");

    /**
     * A column as a file spells it. Tables hold no names with spaces or brackets, so {@code Air temperature [K]} becomes
     * {@code Air_temperature_K}; a column without a name is called after its place, the first {@code _1}.
     *
     * @param position its place among the columns, from 1
     */
    public static SourceColumn of(String delivered, int position) {
        if (!NOT_A_NAME.matcher(delivered).find() && !delivered.isEmpty()) {
            return new SourceColumn(delivered, delivered);
        }
        String name =
                EDGES.matcher(NOT_A_NAME.matcher(delivered).replaceAll("_")).replaceAll("");
        return new SourceColumn(delivered, name.isEmpty() ? "_" + position : name);
    }

    /** What tells two names apart: SQL looks at no capitals. */
    public String identity() {
        return name.toLowerCase(Locale.ROOT);
    }
}
