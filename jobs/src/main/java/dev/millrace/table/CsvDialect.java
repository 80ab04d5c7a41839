package dev.millrace.table;

/**
 * How a delivered text file separates its fields.
 *
 * @param separator what stands between two fields
 * @param quote what encloses a field that holds a separator
 * @param escape what makes a quote inside a quoted field literal
 * @param encoding the name of the character set, such as {@code UTF-8} or {@code ISO-8859-1}
 */
public record CsvDialect(String separator, String quote, String escape, String encoding) {

    /** Comma, double quote doubled inside quotes, UTF-8. */
    public static final CsvDialect RFC_4180 = new CsvDialect(",", "\"", "\"", "UTF-8");
}
