package dev.millrace.storage;

import dev.millrace.table.CsvDialect;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Counts rows whose quoted fields may hold line ends; the first is the one that names the columns, where there is a header. */
final class QuotedRowCount implements RowCount {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvDialect dialect;
    private String header = "";
    private long rows;

    QuotedRowCount(CsvDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void countAll(InputStream in) throws IOException {
        Iterator<QuotedRows.Piece> pieces = new QuotedRows(in, dialect);
        try {
            while (pieces.hasNext()) {
                QuotedRows.Piece piece = pieces.next();
                if (piece.isHeader()) {
                    String text = new String(piece.bytes(), RowCount.charset(dialect.encoding()));
                    header = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).stripTrailing();
                } else {
                    rows++;
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String header() {
        return header;
    }
}
