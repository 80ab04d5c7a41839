package dev.millrace.storage;

import dev.millrace.table.SourceFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens delivered files: decompressed by their ending, bounded, and as UTF-8 where their character set needs it. */
final class OpenedFile {

    static final int BUFFER = 1 << 17;

    private OpenedFile() {}

    /** The bytes as delivered. */
    static InputStream raw(LandedFile file, Configuration hadoop) throws IOException {
        Path path = new Path(file.uri());
        return new BufferedInputStream(path.getFileSystem(hadoop).open(path, BUFFER), BUFFER);
    }

    /** What the bytes hold. */
    static InputStream content(
            InputStream raw, LandedFile file, SourceFormat format, int maxExpansion, Configuration hadoop)
            throws IOException {
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(new Path(file.uri()));
        InputStream plain =
                codec == null ? raw : new BoundedStream(codec.createInputStream(raw, null), file.bytes(), maxExpansion);
        String encoding = format.encoding();
        return DeliveredFrame.splitsOnBytes(encoding)
                ? plain
                : new Utf8Stream(new InputStreamReader(plain, Charset.forName(encoding)));
    }
}
