package dev.millrace.storage;

import dev.millrace.table.CsvDialect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Splits delimited text into rows whose quoted fields may hold line ends. A quote opens a field only where a field begins (RFC
 * 4180), so that a stray one inside a text swallows nothing. Blank lines and comments are no rows.
 */
final class QuotedRows implements Iterator<QuotedRows.Piece> {

    /**
     * A row, or the line that names the columns.
     *
     * @param bytes its text without the line end
     * @param line the line that it begins on, from 1
     * @param isHeader whether it names the columns
     */
    record Piece(byte[] bytes, long line, boolean isHeader) {}

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CsvDialect dialect;
    private final int quote;
    private final int escape;
    private final int comment;
    private final byte[] separator;
    private final byte[] buffer = new byte[OpenedFile.BUFFER];
    private int filled;
    private int next;
    private long line = 1;
    private boolean headerSeen;
    private Piece piece;

    QuotedRows(InputStream in, CsvDialect dialect) {
        this.in = in;
        this.dialect = dialect;
        this.quote = first(dialect.quote());
        this.escape = dialect.escape().charAt(0);
        this.comment = first(dialect.comment());
        this.separator = dialect.separator().getBytes(StandardCharsets.UTF_8);
    }

    private static int first(String text) {
        return text.isEmpty() ? -1 : text.charAt(0);
    }

    @Override
    public boolean hasNext() {
        while (piece == null) {
            long start = line;
            byte[] bytes = row();
            if (bytes == null) {
                return false;
            }
            piece = kept(withoutLineEnd(bytes), start);
        }
        return true;
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Piece result = piece;
        piece = null;
        return result;
    }

    private Piece kept(byte[] bytes, long start) {
        if (start <= dialect.skippedLines()) {
            return null;
        }
        if (dialect.header() && !headerSeen) {
            headerSeen = true;
            return new Piece(bytes, start, true);
        }
        boolean commented = bytes.length > 0 && (bytes[0] & 0xFF) == comment;
        return commented || isBlank(bytes) ? null : new Piece(bytes, start, false);
    }

    /** The bytes up to the next line end outside of quotes; null at the end. */
    private byte[] row() {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        boolean quoted = false;
        int fieldStart = 0;
        boolean skipping = line <= dialect.skippedLines();
        boolean commented = false;
        for (int b = read(); b >= 0; b = read()) {
            if (b == '\n') {
                line++;
                if (!quoted) {
                    return row.toByteArray();
                }
            }
            commented |= row.size() == 0 && b == comment;
            row.write(b);
            if (quote < 0 || skipping || commented) {
                continue;
            }
            if (quoted) {
                quoted = !closes(b, row);
            } else if (b == quote && (row.size() - 1 == fieldStart || afterMark(row))) {
                quoted = true;
            } else if (endsWithSeparator(b, row)) {
                fieldStart = row.size();
            }
        }
        return row.size() == 0 ? null : row.toByteArray();
    }

    /** Whether a byte inside of quotes closes them; an escaped byte is read along. */
    private boolean closes(int b, ByteArrayOutputStream row) {
        if (b == escape && escape != quote) {
            readAlong(row);
            return false;
        }
        if (b != quote) {
            return false;
        }
        if (escape == quote && peek() == quote) {
            row.write(read());
            return false;
        }
        return true;
    }

    private void readAlong(ByteArrayOutputStream row) {
        int escaped = read();
        if (escaped >= 0) {
            row.write(escaped);
            line += escaped == '\n' ? 1 : 0;
        }
    }

    private boolean endsWithSeparator(int b, ByteArrayOutputStream row) {
        if (b != (separator[separator.length - 1] & 0xFF)) {
            return false;
        }
        if (separator.length == 1) {
            return true;
        }
        byte[] bytes = row.toByteArray();
        return bytes.length >= separator.length
                && Arrays.equals(bytes, bytes.length - separator.length, bytes.length, separator, 0, separator.length);
    }

    private boolean afterMark(ByteArrayOutputStream row) {
        return line == 1
                && row.size() == MARK.length + 1
                && Arrays.equals(row.toByteArray(), 0, MARK.length, MARK, 0, MARK.length);
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        int start = bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        return Arrays.copyOfRange(bytes, start, Math.max(start, end));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private int peek() {
        return next < filled || fill() ? buffer[next] & 0xFF : -1;
    }

    private int read() {
        return next < filled || fill() ? buffer[next++] & 0xFF : -1;
    }

    private boolean fill() {
        try {
            filled = Math.max(0, in.read(buffer));
            next = 0;
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
