package dev.millrace.job;

import static org.apache.spark.sql.functions.col;

import dev.millrace.quality.ContractChecker;
import dev.millrace.quality.Quarantine;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.storage.Receipt;
import dev.millrace.storage.StagedRows;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        FileIntake intake = new FileIntake(landing, new FileRegister(store), run);
        List<LandedFile> fresh = intake.newFiles(source, landed);
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
        return write(source, files, staleness, outputs);
    }

    private JobExecution.Outcome write(
            SourceSpec source, List<FileCensus> files, Staleness staleness, JobOutputs outputs) {
        Output output = outputs.outputs().get(0);
        TableSpec bronze = output.table();
        IntakeBalance balance = new IntakeBalance(source.name(), files, session);
        CommitTag tag = new CommitTag(
                run.runId(), job.name(), Fingerprint.of(job), staleness.days().toString(), Map.of(), List.of());
        List<Warning> warnings = new ArrayList<>(outputs.warnings());
        Receipt receipt =
                store.append(bronze, ContractChecker.conforming(bronze, output.rows()), tag, (staged, unchecked) -> {
                    settle(staged, unchecked, balance, outputs.rejected().orElseThrow());
                    warnings.addAll(UndeclaredFields.of(source, staged, session));
                    return new CommitTag(
                            unchecked.run(),
                            unchecked.job(),
                            unchecked.fingerprint(),
                            unchecked.days(),
                            unchecked.inputs(),
                            balance.balanced());
                });
        phases.accept(Phase.COMMITTED);
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

    private void settle(StagedRows staged, CommitTag tag, IntakeBalance balance, Rejected rejected) {
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
                    rejected.scope().or(ofUnreadable(balance)),
                    tag,
                    balance::countQuarantined);
        }
        phases.accept(Phase.QUARANTINED);
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
        notes.add(new QualityNote(
                job.name(),
                bronze.id(),
                "nothing_lost",
                "passed",
                balance.delivered(),
                0,
                "delivered = bronze + quarantined, file by file"));
        balance.rejectedByRule()
                .forEach((rule, failed) -> notes.add(new QualityNote(
                        job.name(), bronze.id(), rule, "quarantined", balance.delivered(), failed, null)));
        warnings.forEach(warning -> notes.add(new QualityNote(
                job.name(), bronze.id(), warning.rule(), "warned", warning.rows(), warning.rows(), warning.detail())));
        return notes;
    }
}
