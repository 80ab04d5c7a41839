package dev.millrace.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * What a delivered file holds, told from its bytes alone: the count that the parser's rows are held against.
 *
 * @param file the file
 * @param sha256 checksum of the bytes as delivered, hexadecimal
 * @param header the first line, without a byte order mark; empty for an empty file
 * @param rows the lines below the header that are not blank
 * @param problem why it cannot be read to its end, or null
 */
public record FileCensus(LandedFile file, String sha256, String header, long rows, String problem)
        implements Serializable {

    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Whether the file could be read to its end. */
    public boolean readable() {
        return problem == null;
    }

    /** Reads a file once and counts. */
    static FileCensus take(LandedFile file, String encoding, Configuration hadoop) throws IOException {
        Path path = new Path(file.uri());
        MessageDigest digest = newDigest();
        LineCount lines = new LineCount();
        String problem = null;
        try (InputStream raw = path.getFileSystem(hadoop).open(path, BUFFER)) {
            InputStream hashed = new DigestInputStream(new BufferedInputStream(raw, BUFFER), digest);
            try {
                lines.countAll(decompressed(hashed, path, hadoop));
            } catch (IOException e) {
                problem = "cannot be decompressed: " + e.getMessage();
            }
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        return new FileCensus(
                file,
                HexFormat.of().formatHex(digest.digest()),
                lines.header(Charset.forName(encoding)),
                lines.rows(),
                problem);
    }

    private static InputStream decompressed(InputStream in, Path path, Configuration hadoop) throws IOException {
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        return codec == null ? in : codec.createInputStream(in);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts lines that are not blank, and keeps the first line. */
    private static final class LineCount {

        private final ByteArrayOutputStream first = new ByteArrayOutputStream();
        private boolean inFirst = true;
        private boolean blank = true;
        private long lines;

        void countAll(InputStream in) throws IOException {
            byte[] buffer = new byte[BUFFER];
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
            if (inFirst) {
                keepHeader(b);
            } else if (b != '\r' && b != ' ' && b != '\t') {
                blank = false;
            }
        }

        private void keepHeader(byte b) throws IOException {
            if (first.size() >= LONGEST_HEADER) {
                throw new IOException("the first line is longer than " + LONGEST_HEADER + " bytes");
            }
            first.write(b);
        }

        private void endLine() {
            if (!blank) {
                lines++;
            }
            blank = true;
            inFirst = false;
        }

        long rows() {
            return lines;
        }

        String header(Charset charset) {
            String line = first.toString(charset);
            String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            return text.stripTrailing();
        }
    }
}
