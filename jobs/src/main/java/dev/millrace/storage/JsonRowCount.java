package dev.millrace.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts JSON rows: the elements of the outermost array where the file is one, told by brackets and commas outside of texts;
 * else its lines.
 */
final class JsonRowCount implements RowCount {

    private boolean decided;
    private boolean array;
    private boolean inText;
    private boolean escaped;
    private boolean inElement;
    private boolean blank = true;
    private int depth;
    private long rows;

    @Override
    public void countAll(InputStream in) throws IOException {
        byte[] buffer = new byte[OpenedFile.BUFFER];
        int position = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                boolean mark = position < 3 && buffer[i] < 0;
                position++;
                if (!mark) {
                    count(buffer[i]);
                }
            }
        }
        endLine();
        if (array && depth > 0) {
            throw new IOException("the array is not closed");
        }
    }

    private void count(byte b) {
        boolean space = b == ' ' || b == '\t' || b == '\r' || b == '\n';
        if (!decided && !space) {
            decided = true;
            array = b == '[';
        }
        if (array) {
            countElement(b, space);
        } else if (b == '\n') {
            endLine();
        } else if (!space) {
            blank = false;
        }
    }

    private void countElement(byte b, boolean space) {
        if (inText) {
            inText = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return;
        }
        if (b == ']' || b == '}') {
            depth--;
            return;
        }
        if (depth == 1 && b == ',') {
            inElement = false;
        } else if (!space) {
            if (depth == 1 && !inElement) {
                rows++;
                inElement = true;
            }
            inText = b == '"';
            depth += b == '[' || b == '{' ? 1 : 0;
        }
    }

    private void endLine() {
        if (!array && !blank) {
            rows++;
        }
        blank = true;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public boolean mustBeParsed() {
        return array;
    }

    @Override
    public String header() {
        return "";
    }
}
