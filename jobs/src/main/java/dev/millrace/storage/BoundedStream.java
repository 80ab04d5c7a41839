package dev.millrace.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an error where a small file turns out to hold far too much, as a file made as a trap does. */
final class BoundedStream extends FilterInputStream {

    /** What every machine can take; below it no share is looked at. */
    private static final long HARMLESS = 64L << 20;

    private final long limit;
    private final String explanation;
    private long read;

    BoundedStream(InputStream in, long compressedBytes, int maxExpansion) {
        super(in);
        this.limit = Math.max(HARMLESS, compressedBytes * maxExpansion);
        this.explanation = "expands to more than " + maxExpansion
                + " times its size, as a file made as a trap does; raise the source's max-expansion if it is none";
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            throw new IOException(explanation);
        }
    }
}
