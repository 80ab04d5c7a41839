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
     * The files of a source, ordered by path.
     *
     * @throws LandingException when the folder is missing, or a file's path tells no day of delivery
     */
    public List<LandedFile> list(SourceSpec source) {
        try {
            Path folder = new Path(root);
            FileSystem files = folder.getFileSystem(hadoop());
            Path base = existing(files, folder);
            Map<String, LandedFile> landed = new TreeMap<>();
            for (String glob : source.files()) {
                FileStatus[] found = files.globStatus(new Path(base, glob));
                for (FileStatus status : found == null ? new FileStatus[0] : found) {
                    landed(source, base, status).forEach(file -> landed.put(file.path(), file));
                }
            }
            return List.copyOf(landed.values());
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

    private List<LandedFile> landed(SourceSpec source, Path base, FileStatus status) throws IOException {
        if (source.format() instanceof SourceFormat.DeltaTable) {
            requireWithin(source, base, status.getPath());
            return new DeliveredDeltaTable(session, status.getPath()).files(uri -> relative(source, base, uri), source);
        }
        if (!status.isFile()) {
            return List.of();
        }
        requireWithin(source, base, status.getPath());
        String uri = status.getPath().toString();
        String path = relative(source, base, uri);
        LocalDate day = DeliveryDays.of(source, path, status.getModificationTime());
        return List.of(new LandedFile(uri, path, day, status.getLen(), status.getModificationTime()));
    }

    private static String relative(SourceSpec source, Path base, String uri) {
        if (!uri.startsWith(base + "/")) {
            throw leaves(source, base.toString(), uri);
        }
        return uri.substring(base.toString().length() + 1);
    }

    /** A link on a local disk may point anywhere; what lies outside is nobody's delivery. */
    private static void requireWithin(SourceSpec source, Path base, Path found) throws IOException {
        if (!"file".equals(found.toUri().getScheme())) {
            return;
        }
        java.nio.file.Path root = java.nio.file.Path.of(base.toUri()).toRealPath();
        java.nio.file.Path real = java.nio.file.Path.of(found.toUri()).toRealPath();
        if (!real.startsWith(root)) {
            throw leaves(source, root.toString(), real.toString());
        }
    }

    private static LandingException leaves(SourceSpec source, String base, String uri) {
        return new LandingException("The files of source '" + source.name() + "' leave the landing folder: " + uri
                + " does not lie below " + base + ". Mend sources." + source.name()
                + ".files, or take away the link.");
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
