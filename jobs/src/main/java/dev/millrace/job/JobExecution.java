package dev.millrace.job;

import dev.millrace.quality.ContractChecker;
import dev.millrace.quality.Quarantine;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.PreCommit;
import dev.millrace.storage.Receipt;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Runs one job that makes tables from tables: reads, builds, checks, writes. */
final class JobExecution {

    private final Job job;
    private final RunContext run;
    private final SparkSession session;
    private final DeltaStore store;
    private final Quarantine quarantine;
    private final double maxRejectedShare;
    private final TableRules tableRules;
    private final Consumer<Phase> phases;
    private final List<QualityNote> notes = new ArrayList<>();

    JobExecution(
            Job job,
            RunContext run,
            SparkSession session,
            DeltaStore store,
            Quarantine quarantine,
            double maxRejectedShare,
            TableRules tableRules,
            Consumer<Phase> phases) {
        this.job = job;
        this.run = run;
        this.session = session;
        this.store = store;
        this.quarantine = quarantine;
        this.maxRejectedShare = maxRejectedShare;
        this.tableRules = tableRules;
        this.phases = phases;
    }

    /** What the job did. */
    record Outcome(
            boolean upToDate, String days, long written, long rejected, String message, List<QualityNote> notes) {

        static Outcome nothingToDo(String reason) {
            return new Outcome(true, "", 0, 0, reason, List.of());
        }
    }

    Outcome execute() {
        Staleness staleness = new StalenessFinder(store).of(job, new ReplayedRows(store, run.replay()).days(job));
        if (staleness.days().isEmpty()) {
            return Outcome.nothingToDo(staleness.reason());
        }
        JobOutputs outputs = job.build(new RunInputs(job, staleness, store, List.of()), run);
        phases.accept(Phase.BUILT);
        outputs.shared().forEach(rows -> rows.persist(StorageLevel.MEMORY_AND_DISK()));
        try {
            return write(outputs, staleness);
        } finally {
            outputs.shared().forEach(Dataset::unpersist);
        }
    }

    private Outcome write(JobOutputs outputs, Staleness staleness) {
        CommitTag tag = new CommitTag(
                run.runId(),
                job.name(),
                Fingerprint.of(job),
                staleness.days().toString(),
                staleness.versions(),
                List.of());
        outputs.rejected().ifPresent(this::requireFew);
        boolean replays = run.replay().isPresent();
        if (!replays) {
            outputs.rejected().ifPresent(rows -> reject(rows, tag));
        }
        outputs.warnings().forEach(this::note);
        long written = 0;
        List<String> days = new ArrayList<>();
        for (Output output : outputs.outputs()) {
            Receipt receipt = write(output, staleness, tag);
            phases.accept(Phase.COMMITTED);
            written += receipt.rows();
            days.add(receipt.days().toString());
            noteContract(output.table(), receipt.rows());
        }
        if (replays) {
            // Quarantine lets go of a row only when its table has it: killed in between, it is in both and not in
            // neither.
            outputs.rejected().ifPresent(rows -> reject(rows, tag));
        }
        return new Outcome(
                false,
                String.join(" ", days.stream().distinct().toList()),
                written,
                outputs.rejected()
                        .flatMap(Rejected::counts)
                        .map(Rejected.Counts::rejected)
                        .orElse(0L),
                staleness.reason(),
                notes);
    }

    private Receipt write(Output output, Staleness staleness, CommitTag tag) {
        TableSpec table = output.table();
        Dataset<Row> rows = ContractChecker.conforming(table, output.rows());
        PreCommit check = (staged, unchecked) -> {
            ContractChecker.requireUniqueKey(table, staged, session);
            notes.addAll(tableRules.check(table, staged, staleness.days().isAll()));
            phases.accept(Phase.STAGED);
            return unchecked;
        };
        if (staleness.days().isAll()) {
            return store.replace(table, rows, DaySet.ALL, tag, check);
        }
        if (output.keys().isPresent()) {
            return store.replaceKeys(table, rows, output.keys().get(), tag, check);
        }
        DaySet days = output.days().orElse(staleness.days());
        return table.mode() == WriteMode.MERGE_ON_KEY
                ? store.merge(table, rows, tag, check)
                : store.replace(table, rows, days, tag, check);
    }

    private void requireFew(Rejected rejected) {
        RejectionLimit.require(job.name(), rejected.counts().orElseThrow(), maxRejectedShare, rejected.rows());
    }

    private void reject(Rejected rejected, CommitTag tag) {
        Rejected.Counts counts = rejected.counts().orElseThrow();
        if (counts.rejected() == 0) {
            quarantine.clear(store, rejected.scope(), tag);
        } else {
            quarantine.put(store, rejected.rows(), rejected.scope(), tag, PreCommit.NONE);
        }
        phases.accept(Phase.QUARANTINED);
        counts.byRule()
                .forEach((rule, failed) -> notes.add(QualityNote.quarantined(
                        job.name(),
                        judgedTable(),
                        rule,
                        counts.seen(),
                        failed,
                        counts.samples().get(rule))));
    }

    private void note(Warning warning) {
        notes.add(QualityNote.of(job.name(), judgedTable(), warning));
    }

    /** Rows are judged for the table that a job makes last; what it writes before is kept beside it. */
    private String judgedTable() {
        String id = "";
        for (Asset output : job.outputs()) {
            id = output.id();
        }
        return id;
    }

    private void noteContract(TableSpec table, long rows) {
        if (!table.key().isEmpty()) {
            notes.add(QualityNote.passed(
                    job.name(), table.id(), "key_is_unique", rows, String.join(", ", table.keyNames())));
        }
        table.checks()
                .forEach(check ->
                        notes.add(QualityNote.passed(job.name(), table.id(), check.name(), rows, check.condition())));
    }
}
