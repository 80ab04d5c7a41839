package dev.millrace.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/** A lake as a reader finds it: whatever tables lie in it, declared by this version and configuration or not. */
public final class LakeFolder {

    private final SparkSession session;
    private final String lake;

    public LakeFolder(SparkSession session, String lake) {
        this.session = session;
        this.lake = lake;
    }

    /** Whether there is such a folder. */
    public boolean exists() {
        try {
            Path folder = new Path(lake);
            return files(folder).exists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the tables below a layer's folder, such as {@code gold/kpi_day}, in order of name. */
    public List<String> tables(String layer) {
        Path folder = new Path(lake, layer);
        try {
            FileSystem files = files(folder);
            List<String> ids = new ArrayList<>();
            for (FileStatus status : files.listStatus(folder)) {
                if (status.isDirectory() && files.exists(new Path(status.getPath(), "_delta_log"))) {
                    ids.add(layer + "/" + status.getPath().getName());
                }
            }
            return ids.stream().sorted().toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table. */
    public Dataset<Row> read(String id) {
        return session.read().format("delta").load(path(id));
    }

    /** The newest version of a table; negative where none is complete. */
    public long version(String id) {
        return DeltaLog.forTable(session, new Path(path(id)))
                .update(false, Option.empty(), Option.empty())
                .version();
    }

    private String path(String id) {
        return lake + "/" + id;
    }

    private FileSystem files(Path path) throws IOException {
        return path.getFileSystem(session.sessionState().newHadoopConf());
    }
}
