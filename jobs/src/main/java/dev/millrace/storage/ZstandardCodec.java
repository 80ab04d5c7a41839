package dev.millrace.storage;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/**
 * Reads Zstandard files with the library that Spark itself carries; Hadoop's own codec needs a native Hadoop, which most machines
 * lack. Reading only.
 */
public final class ZstandardCodec implements CompressionCodec {

    @Override
    public CompressionInputStream createInputStream(InputStream in) throws IOException {
        return createInputStream(in, null);
    }

    @Override
    public CompressionInputStream createInputStream(InputStream in, Decompressor decompressor) throws IOException {
        return new Frames(new ZstdInputStreamNoFinalizer(in).setContinuous(false));
    }

    @Override
    public String getDefaultExtension() {
        return ".zst";
    }

    @Override
    public Class<? extends Decompressor> getDecompressorType() {
        return null;
    }

    @Override
    public Decompressor createDecompressor() {
        return null;
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out) {
        throw new UnsupportedOperationException("Delivered files are read and never written.");
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) {
        throw new UnsupportedOperationException("Delivered files are read and never written.");
    }

    @Override
    public Class<? extends Compressor> getCompressorType() {
        return null;
    }

    @Override
    public Compressor createCompressor() {
        return null;
    }

    private static final class Frames extends CompressionInputStream {

        private final InputStream plain;

        Frames(InputStream plain) throws IOException {
            super(plain);
            this.plain = plain;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return plain.read(buffer, offset, length);
        }

        @Override
        public int read() throws IOException {
            return plain.read();
        }

        @Override
        public void resetState() {
            throw new UnsupportedOperationException("A delivered file is read from start to end.");
        }
    }
}
