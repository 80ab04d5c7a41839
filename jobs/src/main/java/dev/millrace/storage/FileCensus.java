package dev.millrace.storage;

import dev.millrace.table.SourceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;

/**
 * What a delivered file holds, told without the parser: the count that the parser's rows are held against.
 *
 * @param file the file
 * @param sha256 checksum of the bytes as delivered, hexadecimal
 * @param header the line that names the columns, without a byte order mark; for files that hold their own schema, that;
 *     empty for an empty file and for one without a header
 * @param rows the rows that it holds; blank lines and comments are none
 * @param problem why it cannot be read to its end, or null
 */
public record FileCensus(LandedFile file, String sha256, String header, long rows, String problem)
        implements Serializable {

    /** Whether the file could be read to its end. */
    public boolean readable() {
        return problem == null;
    }

    /** Reads a file once and counts. */
    static FileCensus take(LandedFile file, SourceFormat format, int maxExpansion, Configuration hadoop)
            throws IOException {
        MessageDigest digest = newDigest();
        RowCount count = RowCount.of(format);
        String problem = null;
        try (InputStream raw = OpenedFile.raw(file, hadoop)) {
            InputStream hashed = new DigestInputStream(raw, digest);
            try {
                count.countAll(OpenedFile.content(hashed, file, format, maxExpansion, hadoop));
            } catch (IOException e) {
                problem = "cannot be read to its end: " + e.getMessage();
            }
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        String checksum = HexFormat.of().formatHex(digest.digest());
        if (problem == null && count.needsFile()) {
            return ofSchema(file, format, checksum, hadoop);
        }
        if (problem == null && count.mustBeParsed()) {
            problem = parseProblem(file, format, maxExpansion, hadoop);
        }
        return new FileCensus(file, checksum, count.header(), count.rows(), problem);
    }

    private static String parseProblem(LandedFile file, SourceFormat format, int maxExpansion, Configuration hadoop)
            throws IOException {
        try {
            RecordFile.open(file, format, maxExpansion, hadoop).forEachRemaining(record -> {});
            return null;
        } catch (UncheckedIOException e) {
            return "cannot be parsed: "
                    + e.getCause().getMessage().lines().findFirst().orElse("");
        }
    }

    private static FileCensus ofSchema(LandedFile file, SourceFormat format, String checksum, Configuration hadoop) {
        try {
            ColumnarCount count = ColumnarCount.of(file, format, hadoop);
            return new FileCensus(file, checksum, count.schema(), count.rows(), null);
        } catch (IOException | RuntimeException e) {
            return new FileCensus(file, checksum, "", 0, "cannot be read: " + e.getMessage());
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
