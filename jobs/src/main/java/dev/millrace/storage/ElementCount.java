package dev.millrace.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Counts the XML elements of a name by their opening tags, comments and character data left out. */
final class ElementCount implements RowCount {

    private static final int LONGEST_TAG_START = 256;

    private final String rowTag;
    private final ByteArrayOutputStream tag = new ByteArrayOutputStream();
    private String skipUntil;
    private String tail = "";
    private boolean inTag;
    private long rows;

    ElementCount(String rowTag) {
        this.rowTag = new String(rowTag.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void countAll(InputStream in) throws IOException {
        byte[] buffer = new byte[OpenedFile.BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                count((char) (buffer[i] & 0xFF));
            }
        }
    }

    private void count(char c) {
        if (skipUntil != null) {
            tail = (tail + c).substring(Math.max(0, tail.length() + 1 - skipUntil.length()));
            if (tail.equals(skipUntil)) {
                skipUntil = null;
            }
        } else if (c == '<') {
            inTag = true;
            tag.reset();
        } else if (inTag) {
            inName(c);
        }
    }

    private void inName(char c) {
        String name = tag.toString(StandardCharsets.ISO_8859_1);
        boolean ends = c == '>' || c == '/' || Character.isWhitespace(c);
        if (ends || name.length() > LONGEST_TAG_START) {
            inTag = false;
            rows += name.equals(rowTag) && !name.isEmpty() ? 1 : 0;
            return;
        }
        tag.write(c);
        String begun = name + c;
        if (begun.equals("!--")) {
            skip("-->");
        } else if (begun.equals("![CDATA[")) {
            skip("]]>");
        }
    }

    private void skip(String end) {
        inTag = false;
        skipUntil = end;
        tail = "";
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public boolean mustBeParsed() {
        return true;
    }

    @Override
    public String header() {
        return "";
    }
}
