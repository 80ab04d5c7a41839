package dev.millrace.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.PreCommit;
import dev.millrace.storage.Receipt;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where rejected rows go, with the rule that they broke. Jobs that run side by side take turns. */
public final class Quarantine {

    private final ReentrantLock turn = new ReentrantLock();

    /**
     * Puts rejected rows in the place of those that the same job rejected before.
     *
     * @param rows {@code source, file, ordinal, known_date, rule, detail, raw, raw_bytes}
     * @param scope which of the job's rows they replace
     * @param check looks at the rows before they count
     */
    public Receipt put(DeltaStore store, Dataset<Row> rows, Column scope, CommitTag tag, PreCommit check) {
        Dataset<Row> complete = rows.withColumn("job", lit(tag.job())).withColumn("run_id", lit(tag.run()));
        turn.lock();
        try {
            return store.replaceWhere(
                    QuarantinedRow.SPEC,
                    ContractChecker.conforming(QuarantinedRow.SPEC, complete),
                    col("job").equalTo(lit(tag.job())).and(scope),
                    tag,
                    check);
        } finally {
            turn.unlock();
        }
    }

    /** Clears what a job rejected before, where there is any. */
    public void clear(DeltaStore store, Column scope, CommitTag tag) {
        Dataset<Row> before = store.read(QuarantinedRow.SPEC)
                .filter(col("job").equalTo(lit(tag.job())).and(scope));
        if (!before.isEmpty()) {
            put(store, store.empty(QuarantinedRow.SPEC).drop("job", "run_id"), scope, tag, PreCommit.NONE);
        }
    }
}
