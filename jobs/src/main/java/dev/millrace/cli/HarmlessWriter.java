package dev.millrace.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Standard output that cannot move a cursor, whatever was delivered: only tabs and line ends pass of all control characters. */
final class HarmlessWriter extends FilterWriter {

    HarmlessWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(harmless((char) character));
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            out.write(harmless(characters[i]));
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    private static char harmless(char character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return Character.isISOControl(character) && !layout ? '·' : character;
    }
}
