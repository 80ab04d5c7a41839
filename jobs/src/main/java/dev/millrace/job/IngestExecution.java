package dev.millrace.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.millrace.quality.ContractChecker;
import dev.millrace.quality.Quarantine;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.Database;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.storage.PreCommit;
import dev.millrace.storage.Receipt;
import dev.millrace.storage.StagedRows;
import dev.millrace.storage.TaggedCommit;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Runs one job that takes in delivered files: reads each line once, writes good rows to bronze and bad ones to quarantine, and
 * commits only when the two add up to what was delivered.
 */
final class IngestExecution {

    private static final String UNREADABLE_FILE = "unreadable_file";

    private final Job job;
    private final RunContext run;
    private final SparkSession session;
    private final DeltaStore store;
    private final Quarantine quarantine;
    private final double maxRejectedShare;
    private final Consumer<Phase> phases;

    IngestExecution(
            Job job,
            RunContext run,
            SparkSession session,
            DeltaStore store,
            Quarantine quarantine,
            double maxRejectedShare,
            Consumer<Phase> phases) {
        this.job = job;
        this.run = run;
        this.session = session;
        this.store = store;
        this.quarantine = quarantine;
        this.maxRejectedShare = maxRejectedShare;
        this.phases = phases;
    }

    JobExecution.Outcome execute(SourceSpec source, List<LandedFile> landed, LandingZone landing) {
        FileRegister register = new FileRegister(store);
        finishKilledRun(register, source);
        FileIntake intake = new FileIntake(landing, register, run);
        FileIntake.Wanted wanted = intake.wanted(source, landed, new ReplayedRows(store, run.replay()).files(job));
        List<LandedFile> fresh = wanted.files();
        if (fresh.isEmpty()) {
            return JobExecution.Outcome.nothingToDo("no new files");
        }
        List<FileCensus> files = intake.census(source, fresh);
        Staleness staleness = new Staleness(
                DaySet.of(fresh.stream().map(LandedFile::day).toList()),
                Map.of(),
                Map.of(),
                files.size() == 1 ? "1 new file" : files.size() + " new files");
        JobOutputs outputs =
                job.build(new RunInputs(job, staleness, store, Deliveries.of(source, files, landing)), run);
        phases.accept(Phase.BUILT);
        return write(source, files, wanted.replaced(), staleness, outputs, () -> {});
    }

    /** Takes in what a database holds beyond what was taken in. */
    JobExecution.Outcome execute(SourceSpec source, Database database) {
        FileRegister register = new FileRegister(store);
        finishKilledRun(register, source);
        QueryIntake intake = new QueryIntake(database, register, run);
        Optional<QueryIntake.Wanted> wanted = intake.wanted(source);
        if (wanted.isEmpty()) {
            return JobExecution.Outcome.nothingToDo("no new rows");
        }
        Staleness staleness = new Staleness(
                wanted.get().days(),
                Map.of(),
                Map.of(),
                "new rows up to " + wanted.get().slice().upTo().text());
        JobOutputs outputs =
                job.build(new RunInputs(job, staleness, store, wanted.get().deliveries()), run);
        phases.accept(Phase.BUILT);
        return write(
                source,
                List.of(wanted.get().census()),
                Set.of(),
                staleness,
                outputs,
                () -> intake.requireUnchanged(wanted.get()));
    }

    private JobExecution.Outcome write(
            SourceSpec source,
            List<FileCensus> files,
            Set<String> replaced,
            Staleness staleness,
            JobOutputs outputs,
            Runnable lastLook) {
        Output output = outputs.outputs().get(0);
        TableSpec bronze = output.table();
        IntakeBalance balance = new IntakeBalance(source.name(), files, session);
        CommitTag tag = new CommitTag(
                run.runId(), job.name(), Fingerprint.of(job), staleness.days().toString(), Map.of(), List.of());
        List<Warning> warnings = new ArrayList<>(outputs.warnings());
        PreCommit check = (staged, unchecked) -> {
            lastLook.run();
            settle(staged, unchecked, balance, outputs.rejected().orElseThrow(), replaced);
            warnings.addAll(UndeclaredFields.of(source, staged, session));
            return unchecked.taking(balance.balanced());
        };
        Dataset<Row> rows = ContractChecker.conforming(bronze, output.rows());
        Receipt receipt = replaced.isEmpty()
                ? store.append(bronze, rows, tag, check)
                : store.replaceWhere(bronze, rows, DeliveredRow.FILE.col().isin(replaced.toArray()), tag, check);
        phases.accept(Phase.COMMITTED);
        forgetReplaced(replaced, run.runId(), tag);
        long rejected = balance.rejectedByRule().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new JobExecution.Outcome(
                false,
                staleness.days().toString(),
                receipt.rows(),
                rejected,
                staleness.reason(),
                notes(bronze, balance, warnings));
    }

    private void settle(
            StagedRows staged, CommitTag tag, IntakeBalance balance, Rejected rejected, Set<String> replaced) {
        phases.accept(Phase.STAGED);
        long missing = balance.missingFrom(staged);
        double share = balance.rejectedShare(missing);
        if (share > maxRejectedShare) {
            throw RejectionLimit.exceeded(
                    job.name(),
                    missing + " of " + balance.delivered() + " rows and "
                            + balance.unreadable().size() + " unreadable file(s)",
                    share,
                    maxRejectedShare,
                    Map.of(),
                    withUnreadable(rejected.rows(), balance));
        }
        if (missing > 0 || !balance.unreadable().isEmpty()) {
            quarantine.put(
                    store,
                    withUnreadable(rejected.rows(), balance),
                    rejected.scope()
                            .or(ofUnreadable(balance))
                            .and(not(col("file").isin(replaced.toArray()))),
                    tag,
                    balance::countQuarantined);
        }
        phases.accept(Phase.QUARANTINED);
    }

    /**
     * Takes out of quarantine what older versions of files left there: only when bronze has their rows, so that no kill finds them
     * in neither.
     */
    private void forgetReplaced(Set<String> replaced, String takenInBy, CommitTag tag) {
        if (!replaced.isEmpty()) {
            Column older = col("run_id").notEqual(lit(takenInBy));
            quarantine.clear(store, col("file").isin(replaced.toArray()).and(older), tag);
        }
    }

    /** A run that was killed after it committed to bronze may have left that undone. */
    private void finishKilledRun(FileRegister register, SourceSpec source) {
        for (TaggedCommit commit : register.unrecorded(source)) {
            Set<String> files = new HashSet<>();
            commit.tag().files().forEach(file -> files.add(file.file()));
            forgetReplaced(files, commit.tag().run(), commit.tag());
        }
    }

    private static Column ofUnreadable(IntakeBalance balance) {
        return col("file")
                .isin(balance.unreadable().stream()
                        .map(file -> file.file().path())
                        .toArray());
    }

    private Dataset<Row> withUnreadable(Dataset<Row> rows, IntakeBalance balance) {
        List<Row> whole = new ArrayList<>();
        for (FileCensus file : balance.unreadable()) {
            whole.add(RowFactory.create(
                    job.name(),
                    job.name().substring(job.name().indexOf('-') + 1),
                    file.file().path(),
                    0L,
                    0,
                    java.sql.Date.valueOf(file.file().day()),
                    UNREADABLE_FILE,
                    "the file " + file.problem() + "; deliver it again",
                    null,
                    null,
                    run.runId()));
        }
        if (whole.isEmpty()) {
            return rows;
        }
        StructType schema = QuarantinedRow.SPEC.schema();
        return rows.unionByName(session.createDataFrame(whole, schema).drop("job", "run_id"));
    }

    private List<QualityNote> notes(TableSpec bronze, IntakeBalance balance, List<Warning> warnings) {
        List<QualityNote> notes = new ArrayList<>();
        notes.add(QualityNote.passed(
                job.name(),
                bronze.id(),
                "nothing_lost",
                balance.delivered(),
                "delivered = bronze + quarantined, file by file"));
        balance.rejectedByRule()
                .forEach((rule, failed) -> notes.add(
                        QualityNote.quarantined(job.name(), bronze.id(), rule, balance.delivered(), failed, null)));
        warnings.forEach(warning -> notes.add(QualityNote.of(job.name(), bronze.id(), warning)));
        return notes;
    }
}
