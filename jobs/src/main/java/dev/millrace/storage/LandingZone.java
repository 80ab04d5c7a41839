package dev.millrace.storage;

import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The folder where sources deliver files; read only. */
public final class LandingZone {

    private final SparkSession session;
    private final String root;

    public LandingZone(SparkSession session, String root) {
        this.session = session;
        this.root = root;
    }

    /**
     * The files of a source that were delivered on days from the first to the last, ordered by path.
     *
     * @throws LandingException when the folder is missing, or a file's path tells no day of delivery
     */
    public List<LandedFile> list(SourceSpec source, LocalDate from, LocalDate to) {
        try {
            Path folder = new Path(root);
            FileSystem files = folder.getFileSystem(hadoop());
            Path base = existing(files, folder);
            LandingWalk walk = new LandingWalk(files, base, source, from, to);
            LandingBounds bounds = new LandingBounds(source, base);
            Map<String, LandedFile> landed = new TreeMap<>();
            for (String glob : source.files()) {
                for (FileStatus status : walk.find(glob)) {
                    landed(source, bounds, status).forEach(file -> landed.put(file.path(), file));
                }
            }
            return landed.values().stream()
                    .filter(file -> !file.day().isBefore(from) && !file.day().isAfter(to))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path existing(FileSystem files, Path folder) throws IOException {
        try {
            return files.getFileStatus(folder).getPath();
        } catch (FileNotFoundException e) {
            throw new LandingException("There is no landing folder " + root
                    + ": give the folder that sources deliver to with --landing or the setting 'landing'.");
        }
    }

    private List<LandedFile> landed(SourceSpec source, LandingBounds bounds, FileStatus status) throws IOException {
        if (source.format() instanceof SourceFormat.DeltaTable) {
            bounds.require(status.getPath());
            return new DeliveredDeltaTable(session, status.getPath()).files(bounds::relative, source);
        }
        if (!status.isFile()) {
            return List.of();
        }
        bounds.require(status.getPath());
        String uri = status.getPath().toString();
        String path = bounds.relative(uri);
        LocalDate day = DeliveryDays.of(source, path, status.getModificationTime());
        return List.of(new LandedFile(uri, path, day, status.getLen(), status.getModificationTime()));
    }

    /** Counts what each file holds, spread over the cluster. */
    public List<FileCensus> census(List<LandedFile> files, SourceSpec source) {
        if (files.isEmpty()) {
            return List.of();
        }
        SerializableConfiguration configuration = new SerializableConfiguration(hadoop());
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
        SourceFormat format = source.format();
        int maxExpansion = source.maxExpansion();
        return spark.parallelize(files, slices)
                .map(file -> FileCensus.take(file, format, maxExpansion, configuration.value()))
                .collect();
    }

    /** The rows of files that have the same columns, as {@link DeliveredFrame} describes them. */
    public Dataset<Row> rows(SourceSpec source, List<LandedFile> files) {
        return new DeliveredFrame(session, source, files).rows();
    }

    private Configuration hadoop() {
        return session.sessionState().newHadoopConf();
    }
}
