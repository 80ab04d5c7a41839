package dev.millrace.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The characters of a reader as UTF-8 bytes. */
final class Utf8Stream extends InputStream {

    private final Reader reader;
    private final char[] characters = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int next;
    private char carried;
    private boolean carries;

    Utf8Stream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (next == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, buffer, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        int start = 0;
        if (carries) {
            characters[0] = carried;
            carries = false;
            start = 1;
        }
        int read = reader.read(characters, start, characters.length - start);
        int count = start + Math.max(read, 0);
        if (count == 0) {
            return false;
        }
        if (read > 0 && Character.isHighSurrogate(characters[count - 1])) {
            carries = true;
            carried = characters[--count];
        }
        bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
        next = 0;
        return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
