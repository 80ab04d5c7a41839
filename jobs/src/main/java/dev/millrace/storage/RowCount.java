package dev.millrace.storage;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** Counts the rows of a file from its bytes alone, knowing no more of the format than where a row begins. */
interface RowCount {

    void countAll(InputStream in) throws IOException;

    long rows();

    /** The line that names the columns; empty where there is none. */
    String header();

    /** Whether bytes in a row do not tell, and the file's own footer or blocks must. */
    default boolean needsFile() {
        return false;
    }

    /** Whether one broken place makes all that follows unreadable, so that the whole file must be read to be sure. */
    default boolean mustBeParsed() {
        return false;
    }

    static RowCount of(SourceFormat format) {
        if (format instanceof SourceFormat.Delimited delimited) {
            CsvDialect dialect = delimited.dialect();
            return dialect.multiLine() ? new QuotedRowCount(dialect) : lines(dialect);
        }
        if (format instanceof SourceFormat.FixedWidth fixed) {
            return new LineCount(fixed.skippedLines(), false, "", charset(fixed.encoding()));
        }
        if (format instanceof SourceFormat.Json) {
            return new JsonRowCount();
        }
        return format instanceof SourceFormat.Xml xml ? new ElementCount(xml.rowTag()) : new NoCount();
    }

    private static RowCount lines(CsvDialect dialect) {
        return new LineCount(dialect.skippedLines(), dialect.header(), dialect.comment(), charset(dialect.encoding()));
    }

    /** The character set that lines reach us in. */
    static Charset charset(String encoding) {
        return DeliveredFrame.splitsOnBytes(encoding)
                ? Charset.forName(encoding)
                : java.nio.charset.StandardCharsets.UTF_8;
    }

    /** Columnar files tell their number of rows themselves. */
    final class NoCount implements RowCount {

        @Override
        public void countAll(InputStream in) {
            // The checksum alone is taken of the bytes.
        }

        @Override
        public long rows() {
            return 0;
        }

        @Override
        public String header() {
            return "";
        }

        @Override
        public boolean needsFile() {
            return true;
        }
    }
}
