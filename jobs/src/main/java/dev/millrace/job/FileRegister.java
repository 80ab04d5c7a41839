package dev.millrace.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.TaggedCommit;
import dev.millrace.storage.TakenFile;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.ops.DeliveredFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Which files of a source were taken in. The commits of bronze are the truth, {@code ops.file} is their record: what a killed
 * run took in but did not record is read from the commits that the record lacks.
 */
final class FileRegister {

    private final DeltaStore store;

    FileRegister(DeltaStore store) {
        this.store = store;
    }

    /** The newest state of each file that was delivered on days from the first to the last. */
    Map<String, TakenFile> taken(SourceSpec source, LocalDate from, LocalDate to) {
        Map<String, TakenFile> files = new HashMap<>();
        store.read(DeliveredFile.SPEC)
                .filter(col("source")
                        .equalTo(lit(source.name()))
                        .and(col("known_date").between(lit(from), lit(to))))
                .orderBy("bronze_version")
                .select("file", "known_date", "status", "bytes", "modified_millis", "sha256")
                .collectAsList()
                .forEach(row -> files.put(row.getString(0), recorded(row)));
        unrecorded(source).forEach(commit -> commit.tag().files().forEach(file -> files.put(file.file(), file)));
        return files;
    }

    /** What the newest commit of a source took in; of several files the one of the latest path. */
    Optional<TakenFile> newest(SourceSpec source) {
        List<TaggedCommit> unrecorded = unrecorded(source);
        for (int i = unrecorded.size() - 1; i >= 0; i--) {
            List<TakenFile> files = unrecorded.get(i).tag().files();
            if (!files.isEmpty()) {
                return Optional.of(files.get(files.size() - 1));
            }
        }
        List<Row> newest = store.read(DeliveredFile.SPEC)
                .filter(col("source").equalTo(lit(source.name())))
                .orderBy(col("bronze_version").desc(), col("file").desc())
                .limit(1)
                .select("file", "known_date", "status", "bytes", "modified_millis", "sha256")
                .collectAsList();
        return newest.stream().findFirst().map(FileRegister::recorded);
    }

    private static TakenFile recorded(Row row) {
        return new TakenFile(
                row.getString(0),
                row.getDate(1).toString(),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                0,
                0,
                0,
                null);
    }

    /** The commits of a source's bronze table that {@code ops.file} does not record yet. */
    List<TaggedCommit> unrecorded(SourceSpec source) {
        var bronze = DeliveredRow.of(source);
        if (store.version(bronze).isEmpty()) {
            return List.of();
        }
        Row newest = store.read(DeliveredFile.SPEC)
                .filter(col("source").equalTo(lit(source.name())))
                .agg(max("bronze_version"))
                .first();
        long recorded = newest.isNullAt(0) ? -1 : newest.getLong(0);
        return store.commitsAfter(bronze, recorded)
                .orElseThrow(() -> new DataException("The log of " + store.path(bronze)
                        + " no longer tells which files were taken in after its version " + recorded
                        + ", or another program wrote to it. Nothing was taken in. Restore the table's _delta_log, or move"
                        + " the lake aside and take everything in anew."));
    }
}
