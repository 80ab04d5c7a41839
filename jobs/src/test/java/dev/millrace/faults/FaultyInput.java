package dev.millrace.faults;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;

/** A file that is being read, until it no longer can be. */
final class FaultyInput extends FSInputStream {

    private final FSDataInputStream in;
    private final Path path;

    FaultyInput(FSDataInputStream in, Path path) {
        this.in = in;
        this.path = path;
    }

    @Override
    public void seek(long position) throws IOException {
        in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
        return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) throws IOException {
        return in.seekToNewSource(target);
    }

    @Override
    public int read() throws IOException {
        StorageFault.pass(StorageOperation.READ, path);
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        StorageFault.pass(StorageOperation.READ, path);
        return in.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
