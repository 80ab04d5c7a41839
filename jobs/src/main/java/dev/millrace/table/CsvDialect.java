package dev.millrace.table;

import java.io.Serializable;

/**
 * How a delivered text file separates its fields.
 *
 * @param separator what stands between two fields; {@link #WHITESPACE} for runs of spaces and tabs
 * @param quote what encloses a field that holds a separator; empty where quotes mean nothing
 * @param escape what makes a quote inside a quoted field literal
 * @param encoding the name of the character set, such as {@code UTF-8} or {@code ISO-8859-1}
 * @param header whether the first line names the columns
 * @param skippedLines lines before the header, or before the first row where there is no header
 * @param comment what a line begins with that is no row; empty where every line is one
 * @param multiLine whether a quoted field may hold line ends
 * @param ragged whether a row may have fewer fields than there are columns; what it lacks has no value
 */
public record CsvDialect(
        String separator,
        String quote,
        String escape,
        String encoding,
        boolean header,
        int skippedLines,
        String comment,
        boolean multiLine,
        boolean ragged)
        implements Serializable {

    /** The separator that stands for any run of spaces and tabs; such at the ends of a line separate nothing. */
    public static final String WHITESPACE = "whitespace";

    /** Comma, double quote doubled inside quotes, UTF-8, a header. */
    public static final CsvDialect RFC_4180 = new CsvDialect(",", "\"", "\"", "UTF-8", true, 0, "", false, false);

    /** Whether runs of spaces and tabs separate. */
    public boolean byWhitespace() {
        return separator.equals(WHITESPACE);
    }
}
