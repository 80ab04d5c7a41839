package dev.millrace.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A lake as its files lie in the store, sound or damaged; never writes, and needs no table that can be loaded. */
public final class LakeInspection {

    private static final long LARGEST_WITHOUT_ROWS = 1 << 20;

    private final SparkSession session;
    private final Configuration hadoop;
    private final String lake;

    public LakeInspection(SparkSession session, String lake) {
        this.session = session;
        this.hadoop = session.sessionState().newHadoopConf();
        this.lake = lake;
    }

    /**
     * What lies in a folder of the lake.
     *
     * @param name its name
     * @param folder whether it is a folder
     * @param table whether it is a folder with a Delta log
     */
    public record Entry(String name, boolean folder, boolean table) {}

    /** Whether there is such a folder. */
    public boolean exists() {
        return reading(() -> files().exists(new Path(lake)));
    }

    /** What lies in a folder below the lake, or in the lake itself where that is empty; hidden names left out. */
    public List<Entry> entries(String folder) {
        Path path = folder.isEmpty() ? new Path(lake) : new Path(lake, folder);
        return reading(() -> {
            List<Entry> entries = new ArrayList<>();
            for (FileStatus status : listed(path)) {
                if (!isHidden(status)) {
                    boolean table = status.isDirectory() && files().exists(new Path(status.getPath(), "_delta_log"));
                    entries.add(new Entry(status.getPath().getName(), status.isDirectory(), table));
                }
            }
            return entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        });
    }

    /** What the log of a table says. */
    public TableLog log(String id) {
        return reading(() -> new LogReader(session, files(), qualified(id)).read());
    }

    /** The data files in a table's folder, named by the log or not. */
    public List<StoredFile> dataFiles(String id) {
        Path table = qualified(id);
        return reading(() -> {
            List<StoredFile> found = new ArrayList<>();
            collect(table, table, found);
            return found;
        });
    }

    private void collect(Path table, Path folder, List<StoredFile> found) throws IOException {
        for (FileStatus status : listed(folder)) {
            if (isHidden(status)) {
                continue;
            }
            if (status.isDirectory()) {
                collect(table, status.getPath(), found);
            } else if (status.getPath().getName().endsWith(".parquet")) {
                String path = status.getPath().toUri().getPath();
                found.add(new StoredFile(
                        path.substring(table.toUri().getPath().length() + 1),
                        status.getLen(),
                        status.getModificationTime()));
            }
        }
    }

    /**
     * The files with rows that no version names. Delta leaves a file without rows behind when there was nothing to write; those
     * are nobody's loss and left out.
     */
    public List<StoredFile> orphans(String id, TableLog log, List<StoredFile> stored) {
        return stored.stream()
                .filter(file -> !log.named().contains(file.path()))
                .filter(file -> file.bytes() > LARGEST_WITHOUT_ROWS || holdsRows(new Path(qualified(id), file.path())))
                .toList();
    }

    private boolean holdsRows(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
            return reader.getRecordCount() > 0;
        } catch (IOException | RuntimeException e) {
            // Torn, as a killed run leaves it: nobody knows what it would have held.
            return true;
        }
    }

    /** The rows of a table's newest version that the store still has, whether or not Delta could load it; none without a table. */
    public Dataset<Row> rows(String id, StructType schema) {
        if (!reading(() -> files().exists(new Path(qualified(id), "_delta_log")))) {
            return session.createDataFrame(List.of(), schema);
        }
        TableLog log = log(id);
        List<String> present = dataFiles(id).stream()
                .filter(file -> log.active().containsKey(file.path()))
                .map(file -> new Path(qualified(id), file.path()).toString())
                .toList();
        return present.isEmpty()
                ? session.createDataFrame(List.of(), schema)
                : session.read().schema(schema).parquet(present.toArray(new String[0]));
    }

    /** The lease that lies in the lake. */
    public Optional<LeaseState> lease() {
        return reading(() -> LakeLease.look(lake, hadoop));
    }

    private FileSystem files() throws IOException {
        return new Path(lake).getFileSystem(hadoop);
    }

    private Path qualified(String id) {
        return reading(() -> files().makeQualified(new Path(lake, id)));
    }

    private FileStatus[] listed(Path folder) throws IOException {
        try {
            return files().listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    private static boolean isHidden(FileStatus status) {
        String name = status.getPath().getName();
        return name.startsWith("_") || name.startsWith(".");
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
