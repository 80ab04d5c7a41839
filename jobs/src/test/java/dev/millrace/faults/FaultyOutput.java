package dev.millrace.faults;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/** A file that is being written, until it no longer can be. */
final class FaultyOutput extends FSDataOutputStream {

    FaultyOutput(FSDataOutputStream out, Path path) throws IOException {
        super(new Checked(out, path), null);
    }

    private static final class Checked extends OutputStream {

        private final OutputStream out;
        private final Path path;

        private Checked(OutputStream out, Path path) {
            this.out = out;
            this.path = path;
        }

        @Override
        public void write(int one) throws IOException {
            StorageFault.pass(StorageOperation.WRITE, path);
            out.write(one);
        }

        /** Of what cannot be written, half arrives. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                StorageFault.pass(StorageOperation.WRITE, path);
            } catch (IOException e) {
                out.write(bytes, offset, length / 2);
                throw e;
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
            StorageFault.pass(StorageOperation.CLOSE, path);
        }
    }
}
