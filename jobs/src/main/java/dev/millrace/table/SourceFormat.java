package dev.millrace.table;

import java.io.Serializable;
import java.util.List;

/** What a source's files are, or the query that stands in for them. */
public sealed interface SourceFormat extends Serializable {

    /** Text with separators. */
    record Delimited(CsvDialect dialect) implements SourceFormat {}

    /**
     * Text with a place for each field.
     *
     * @param encoding the name of the character set
     * @param skippedLines lines before the first row
     * @param spans where each column stands, in the columns' order
     */
    record FixedWidth(String encoding, int skippedLines, List<Span> spans) implements SourceFormat {

        public FixedWidth {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Where a field stands in a line.
     *
     * @param first its first character, from 1
     * @param last its last character
     */
    record Span(int first, int last) implements Serializable {

        public int length() {
            return last - first + 1;
        }
    }

    /** JSON, one object a line or one array a file; nested values are kept as JSON text. */
    record Json(String encoding) implements SourceFormat {}

    /**
     * XML; each element of a name is a row, its attributes are columns called {@code @name}, its children columns; children with
     * content of their own, or repeated, are kept as JSON text.
     *
     * @param rowTag the element's name
     */
    record Xml(String rowTag) implements SourceFormat {}

    /** Parquet files. */
    record Parquet() implements SourceFormat {}

    /** Avro files. */
    record Avro() implements SourceFormat {}

    /** A Delta table at a folder below the landing folder; what is appended to it is taken in. */
    record DeltaTable() implements SourceFormat {}

    /**
     * A table or query of a database.
     *
     * @param url JDBC address, without user and password
     * @param table table, or query in brackets with an alias
     * @param watermark column that only grows; rows above the highest value taken in are new
     * @param lag how far behind the newest watermark a read stays, in the watermark's unit (seconds for moments), for
     *     transactions that are still open
     * @param partitions how many readers share a read
     * @param userVariable environment variable that holds the user; empty for none
     * @param passwordVariable environment variable that holds the password; empty for none
     * @param credentialAlias name under which a Hadoop credential provider holds the password; empty for none
     */
    record Jdbc(
            String url,
            String table,
            String watermark,
            long lag,
            int partitions,
            String userVariable,
            String passwordVariable,
            String credentialAlias)
            implements SourceFormat {}

    /** The character set of its text; UTF-8 for all that declare their own. */
    default String encoding() {
        if (this instanceof Delimited delimited) {
            return delimited.dialect().encoding();
        }
        if (this instanceof FixedWidth fixed) {
            return fixed.encoding();
        }
        return this instanceof Json json ? json.encoding() : "UTF-8";
    }

    /** Whether its rows are lines (or quoted runs of lines) that are kept as they stand when they are rejected. */
    default boolean isText() {
        return this instanceof Delimited || this instanceof FixedWidth;
    }
}
