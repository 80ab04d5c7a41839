package dev.millrace.storage;

import dev.millrace.table.SourceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;

/**
 * A Delta table that another system writes below the landing folder. Its data files are the delivered files: each is taken in
 * once. A row that the other system rewrites comes again with the file that it is rewritten into, and the entity's key tells
 * that it is the same.
 */
final class DeliveredDeltaTable {

    private final SparkSession session;
    private final Path folder;

    DeliveredDeltaTable(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /** The data files of its newest version. */
    List<LandedFile> files(UnaryOperator<String> relative, SourceSpec source) {
        DeltaLog log = DeltaLog.forTable(session, folder);
        Snapshot snapshot = log.update(false, Option.empty(), Option.empty());
        if (snapshot.version() < 0) {
            throw new LandingException("The folder " + folder + " of source '" + source.name()
                    + "' is no Delta table: it has no _delta_log. Mend sources." + source.name() + ".files.");
        }
        List<LandedFile> files = new ArrayList<>();
        for (AddFile file : snapshot.allFiles().collectAsList()) {
            String uri = file.absolutePath(log).toString();
            String path = relative.apply(uri);
            files.add(new LandedFile(
                    uri,
                    path,
                    DeliveryDays.of(source, path, file.modificationTime()),
                    file.size(),
                    file.modificationTime()));
        }
        return files;
    }

    /** The rows of data files of one table. */
    static Dataset<Row> read(SparkSession session, List<LandedFile> files) {
        DeltaLog log = DeltaLog.forTable(session, tableOf(new Path(files.get(0).uri()), session));
        Set<String> wanted = new HashSet<>(files.stream().map(LandedFile::uri).toList());
        Snapshot snapshot = log.update(false, Option.empty(), Option.empty());
        List<AddFile> chosen = snapshot.allFiles().collectAsList().stream()
                .filter(file -> wanted.contains(file.absolutePath(log).toString()))
                .toList();
        return log.createDataFrame(snapshot, ScalaForms.seq(chosen), false, Option.empty());
    }

    private static Path tableOf(Path file, SparkSession session) {
        try {
            var files = file.getFileSystem(session.sessionState().newHadoopConf());
            for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
                if (files.exists(new Path(folder, "_delta_log"))) {
                    return folder;
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new IllegalStateException(file + " lies in no Delta table.");
    }
}
