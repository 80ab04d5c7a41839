package dev.millrace.storage;

import io.delta.tables.DeltaTable;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Console;
import scala.Option;
import scala.collection.JavaConverters;

/** Tidies one table without changing a row of it: each commit says so, and carries on what the last change said of itself. */
public final class TableUpkeep {

    private static final String USER_METADATA = "spark.databricks.delta.commitInfo.userMetadata";
    private static final String FILES_KEPT = "delta.deletedFileRetentionDuration";
    private static final String LOG_KEPT = "delta.logRetentionDuration";
    private static final Map<String, Duration> DELTA_KEEPS =
            Map.of(FILES_KEPT, Duration.ofDays(7), LOG_KEPT, Duration.ofDays(30));

    private final SparkSession session;
    private final LakeInspection lake;
    private final String run;
    private final String id;
    private final Path path;

    /**
     * Upkeep of a table.
     *
     * @param run names the upkeep in its commits
     */
    public TableUpkeep(SparkSession session, String lakeFolder, String run, String id) {
        this.session = session.newSession();
        this.lake = new LakeInspection(session, lakeFolder);
        this.run = run;
        this.id = id;
        this.path = new Path(lakeFolder, id);
        // Every commit would be one more version that no publication names; what is deleted is reported instead.
        this.session.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
        // One task for each of 10,000 directories, as Delta plans by default, takes a minute where a table is one
        // directory.
        this.session
                .conf()
                .set(
                        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
                        session.sparkContext().defaultParallelism());
        // Asked for by upkeep itself, with the reasons at hand.
        this.session.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    }

    /**
     * Files and bytes that went.
     *
     * @param files how many
     * @param bytes their size
     */
    public record Deleted(long files, long bytes) {}

    /** The newest version. */
    public long version() {
        return snapshot().version();
    }

    /** The version that last changed rows, where a run of Millrace made it and nothing but upkeep came since. */
    public Optional<Long> lastChange() {
        return commits().quietSince(version()).map(TaggedCommit::version);
    }

    /** How many data files are smaller than a size. */
    public long smallFiles(long bytes) {
        return snapshot().allFiles().collectAsList().stream()
                .filter(file -> file.size() < bytes)
                .count();
    }

    /** How many data files there are. */
    public long files() {
        return snapshot().numOfFiles();
    }

    /** Folds files below a size into files of another, as a commit that changes no row. */
    public void fold(long small, long folded) {
        session.conf().set("spark.databricks.delta.optimize.minFileSize", small);
        session.conf().set("spark.databricks.delta.optimize.maxFileSize", folded);
        committing(() -> table().optimize().executeCompaction());
    }

    /** Has the table keep deleted files and its log for as long as they shall be kept. */
    public void keep(Duration files, Duration log) {
        keep(FILES_KEPT, files);
        keep(LOG_KEPT, log);
    }

    private void keep(String property, Duration duration) {
        String wanted = "interval " + duration.toHours() + " hours";
        Optional<String> known = Optional.ofNullable(
                JavaConverters.mapAsJavaMap(snapshot().metadata().configuration())
                        .get(property));
        boolean same = known.map(wanted::equals).orElseGet(() -> duration.equals(DELTA_KEEPS.get(property)));
        if (!same) {
            committing(() -> session.sql(
                    "ALTER TABLE delta.`" + path + "` SET TBLPROPERTIES ('" + property + "' = '" + wanted + "')"));
        }
    }

    /** What {@link #vacuum} would delete. */
    public Deleted wouldVacuum(Duration after) {
        Set<String> names = new HashSet<>();
        for (Row row : quietly(vacuumSql(after) + " DRY RUN")) {
            names.add(new Path(row.getString(0)).getName());
        }
        List<StoredFile> found = lake.dataFiles(id).stream()
                .filter(file -> names.contains(new Path(file.path()).getName()))
                .toList();
        return new Deleted(
                found.size(), found.stream().mapToLong(StoredFile::bytes).sum());
    }

    /** Deletes the files that the newest version does not name, and that no version younger than that named. */
    public Deleted vacuum(Duration after) {
        List<StoredFile> before = lake.dataFiles(id);
        quietly(vacuumSql(after));
        Set<StoredFile> left = new HashSet<>(lake.dataFiles(id));
        List<StoredFile> gone =
                before.stream().filter(file -> !left.contains(file)).toList();
        return new Deleted(
                gone.size(), gone.stream().mapToLong(StoredFile::bytes).sum());
    }

    /** Delta prints what it deleted to standard output, which is for results. */
    private List<Row> quietly(String sql) {
        return Console.withOut(
                OutputStream.nullOutputStream(), () -> session.sql(sql).collectAsList());
    }

    private String vacuumSql(Duration after) {
        return "VACUUM delta.`" + path + "` RETAIN " + after.toHours() + " HOURS";
    }

    /** Writes a checkpoint, so that the table can be read without its older commits, and drops those that are no longer kept. */
    public void checkpoint() {
        DeltaLog log = log();
        Snapshot snapshot = snapshot();
        boolean there = log.findLastCompleteCheckpointBefore(snapshot.version() + 1)
                .exists(found -> found.version() == snapshot.version());
        if (there) {
            log.doLogCleanup(snapshot);
        } else {
            log.checkpointAndCleanUpDeltaLog(snapshot, Option.empty());
        }
    }

    private void committing(Runnable work) {
        commits().quietSince(version()).ifPresent(last -> session.conf().set(USER_METADATA, UpkeepTag.text(run, last)));
        try {
            work.run();
        } finally {
            session.conf().unset(USER_METADATA);
        }
    }

    private DeltaTable table() {
        return DeltaTable.forPath(session, path.toString());
    }

    private DeltaLog log() {
        return DeltaLog.forTable(session, path);
    }

    private Snapshot snapshot() {
        return log().update(false, Option.empty(), Option.empty());
    }

    private CommitLog commits() {
        return new CommitLog(path, session.sessionState().newHadoopConf());
    }
}
