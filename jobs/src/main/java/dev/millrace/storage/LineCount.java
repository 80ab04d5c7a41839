package dev.millrace.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** Counts the lines of a file that are neither blank nor comments, and keeps the one that names the columns. */
final class LineCount implements RowCount {

    private static final int LONGEST_HEADER = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final long headerLine;
    private final long firstRow;
    private final int comment;
    private final Charset charset;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private long line = 1;
    private boolean atStart = true;
    private boolean blank = true;
    private boolean commented;
    private long rows;

    LineCount(int skipped, boolean hasHeader, String comment, Charset charset) {
        this.headerLine = hasHeader ? skipped + 1L : 0;
        this.firstRow = skipped + (hasHeader ? 2L : 1L);
        this.comment = comment.isEmpty() ? -1 : comment.charAt(0);
        this.charset = charset;
    }

    @Override
    public void countAll(InputStream in) throws IOException {
        byte[] buffer = new byte[OpenedFile.BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                count(buffer[i]);
            }
        }
        endLine();
    }

    private void count(byte b) throws IOException {
        if (b == '\n') {
            endLine();
            return;
        }
        if (line == headerLine) {
            keepHeader(b);
            return;
        }
        if (atStart) {
            atStart = false;
            commented = (b & 0xFF) == comment;
        }
        if (b != '\r' && b != ' ' && b != '\t') {
            blank = false;
        }
    }

    private void keepHeader(byte b) throws IOException {
        if (header.size() >= LONGEST_HEADER) {
            throw new IOException("the line that names the columns is longer than " + LONGEST_HEADER + " bytes");
        }
        header.write(b);
    }

    private void endLine() {
        if (line >= firstRow && !blank && !commented) {
            rows++;
        }
        line++;
        atStart = true;
        blank = true;
        commented = false;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String header() {
        String text = header.toString(charset);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).stripTrailing();
    }
}
