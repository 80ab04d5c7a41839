package dev.millrace.storage;

import dev.millrace.table.SourceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Date;
import java.util.Iterator;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Reads a delivered file record by record, for formats whose rows are not lines. Rows are those of {@link DeliveredFrame}. */
final class RecordFile {

    private RecordFile() {}

    static Iterator<Row> open(LandedFile file, SourceFormat format, int maxExpansion, Configuration hadoop)
            throws IOException {
        InputStream content = OpenedFile.content(OpenedFile.raw(file, hadoop), file, format, maxExpansion, hadoop);
        Date day = Date.valueOf(file.day());
        if (format instanceof SourceFormat.Json) {
            return mapped(new JsonRecords(content), file, day);
        }
        if (format instanceof SourceFormat.Xml xml) {
            return mapped(new XmlRecords(content, xml.rowTag()), file, day);
        }
        return rowsOfText(content, format, file, day);
    }

    private static Iterator<Row> rowsOfText(InputStream content, SourceFormat format, LandedFile file, Date day) {
        Iterator<QuotedRows.Piece> pieces = new QuotedRows(content, TextDialect.of(format));
        return new Mapped<>(
                new NotHeader(pieces), piece -> RowFactory.create(piece.bytes(), null, file.path(), piece.line(), day));
    }

    private static Iterator<Row> mapped(Iterator<FieldsOrText> records, LandedFile file, Date day) {
        return new Mapped<>(
                records,
                record -> RowFactory.create(
                        record.text(),
                        record.fields() == null ? null : ScalaForms.map(record.fields()),
                        file.path(),
                        record.ordinal(),
                        day));
    }

    /**
     * A record's values by name, or its bytes where they cannot be read.
     *
     * @param fields values by name, or null
     * @param text the bytes, or null
     * @param ordinal the line that it stands on, or its number in the file where records are not lines
     */
    record FieldsOrText(Map<String, String> fields, byte[] text, long ordinal) {}

    private record Mapped<A>(Iterator<A> from, java.util.function.Function<A, Row> row) implements Iterator<Row> {

        @Override
        public boolean hasNext() {
            return from.hasNext();
        }

        @Override
        public Row next() {
            return row.apply(from.next());
        }
    }

    /** Leaves out the line that names the columns, which comes first. */
    private static final class NotHeader implements Iterator<QuotedRows.Piece> {

        private final Iterator<QuotedRows.Piece> pieces;
        private QuotedRows.Piece ahead;

        NotHeader(Iterator<QuotedRows.Piece> pieces) {
            this.pieces = pieces;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && pieces.hasNext()) {
                QuotedRows.Piece piece = pieces.next();
                ahead = piece.isHeader() ? null : piece;
            }
            return ahead != null;
        }

        @Override
        public QuotedRows.Piece next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            QuotedRows.Piece piece = ahead;
            ahead = null;
            return piece;
        }
    }
}
