package dev.millrace.job;

import dev.millrace.quality.ContractChecker;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.PreCommit;
import dev.millrace.storage.TaggedCommit;
import dev.millrace.table.Asset;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.JobRun;
import dev.millrace.tables.ops.Publication;
import dev.millrace.tables.ops.QualityResult;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Writes what a run did to the operational tables: buffered, one commit a table and run. */
final class RunLog {

    private final SparkSession session;
    private final DeltaStore store;
    private final RunContext run;

    RunLog(SparkSession session, DeltaStore store, RunContext run) {
        this.session = session;
        this.store = store;
        this.run = run;
    }

    /** Records every file that bronze has and {@code ops.file} does not, those of a killed run too. */
    void recordFiles(List<SourceSpec> sources) {
        FileRegister register = new FileRegister(store);
        List<Row> rows = new ArrayList<>();
        for (SourceSpec source : sources) {
            for (TaggedCommit commit : register.unrecorded(source)) {
                commit.tag()
                        .files()
                        .forEach(file -> rows.add(RowFactory.create(
                                source.name(),
                                file.file(),
                                Date.valueOf(LocalDate.parse(file.day())),
                                file.status(),
                                file.bytes(),
                                file.modified(),
                                file.sha256(),
                                file.delivered(),
                                file.bronze(),
                                file.quarantined(),
                                commit.version(),
                                commit.tag().run(),
                                file.message())));
            }
        }
        append(DeliveredFile.SPEC, rows);
    }

    void recordJobs(List<JobResult> results) {
        append(
                JobRun.SPEC,
                results.stream()
                        .map(result -> RowFactory.create(
                                run.runId(),
                                result.job(),
                                result.status().name().toLowerCase(Locale.ROOT),
                                Date.valueOf(run.from()),
                                Date.valueOf(run.to()),
                                result.days(),
                                result.rowsWritten(),
                                result.rowsRejected(),
                                Timestamp.from(result.startedAt()),
                                result.seconds(),
                                result.message()))
                        .toList());
    }

    void recordQuality(List<QualityNote> notes) {
        append(
                QualityResult.SPEC,
                notes.stream()
                        .map(note -> RowFactory.create(
                                run.runId(),
                                note.job(),
                                note.table(),
                                note.rule(),
                                note.outcome(),
                                note.seen(),
                                note.failed(),
                                note.expected(),
                                note.detail(),
                                note.sample()))
                        .toList());
    }

    /** Publishes the versions that belong together, unless these very versions already are. */
    void publish(List<Job> jobs) {
        Map<String, Long> versions = new HashMap<>();
        for (Job job : jobs) {
            for (Asset output : job.outputs()) {
                if (output instanceof TableSpec table) {
                    store.version(table).ifPresent(version -> versions.put(table.id(), version));
                }
            }
        }
        Row newest = newestPublication();
        Map<String, Long> published = newest.isNullAt(0) ? Map.of() : newest.getJavaMap(0);
        if (!versions.isEmpty() && !versions.equals(published)) {
            Timestamp moment = after(newest.getTimestamp(1));
            append(Publication.SPEC, List.of(RowFactory.create(run.runId(), Date.valueOf(run.to()), moment, versions)));
        }
    }

    private Row newestPublication() {
        return store.read(Publication.SPEC)
                .selectExpr("max_by(versions, published_at)", "max(published_at)")
                .first();
    }

    /** Now, or right after another moment where the clock was turned back since: the newest publication is the latest. */
    private static Timestamp after(Timestamp other) {
        Instant now = Instant.now();
        return Timestamp.from(
                other == null || other.toInstant().isBefore(now)
                        ? now
                        : other.toInstant().plusMillis(1));
    }

    private void append(TableSpec table, List<Row> rows) {
        if (!rows.isEmpty()) {
            CommitTag tag = new CommitTag(run.runId(), "run", "", "", Map.of(), List.of());
            store.append(
                    table,
                    ContractChecker.conforming(
                            table, session.createDataFrame(rows, table.schema()).coalesce(1)),
                    tag,
                    PreCommit.NONE);
        }
    }
}
