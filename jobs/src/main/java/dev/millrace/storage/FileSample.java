package dev.millrace.storage;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The beginning of a file, decompressed.
 *
 * @param name the file's name
 * @param bytes its first bytes
 * @param whole whether that is all of it
 */
public record FileSample(String name, byte[] bytes, boolean whole) {

    private static final int SIZE = 1 << 18;
    private static final int HARMLESS = 1_000_000;

    /**
     * Reads the beginning of a file.
     *
     * @throws LandingException when there is no such file
     */
    public static FileSample of(String uri) {
        Configuration hadoop = new Configuration();
        hadoop.set("io.compression.codecs", ZstandardCodec.class.getName());
        try {
            Path path = new Path(uri);
            FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
            LandedFile file =
                    new LandedFile(status.getPath().toString(), path.getName(), LocalDate.EPOCH, status.getLen(), 0);
            try (InputStream in = OpenedFile.content(
                    OpenedFile.raw(file, hadoop),
                    file,
                    new SourceFormat.Delimited(CsvDialect.RFC_4180),
                    HARMLESS,
                    hadoop)) {
                byte[] bytes = in.readNBytes(SIZE);
                return new FileSample(path.getName(), bytes, bytes.length < SIZE);
            }
        } catch (FileNotFoundException e) {
            throw new LandingException("There is no file " + uri + ": give the path of one that was delivered.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
