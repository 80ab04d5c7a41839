package dev.millrace.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.PreCommit;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.ops.JobRun;
import dev.millrace.tables.ops.Publication;
import dev.millrace.tables.ops.QualityResult;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Records of runs that are older than they are kept. Not among them: which files were taken in, for without that they would be
 * taken in again; what is in quarantine, for those rows are nowhere else; and the newest publication.
 */
final class OldRecords {

    private final DeltaStore store;
    private final Instant before;

    OldRecords(DeltaStore store, Instant before) {
        this.store = store;
        this.before = before;
    }

    /** How many rows are too old, by table. */
    Map<String, Long> count() {
        Map<String, Long> rows = new LinkedHashMap<>();
        conditions().forEach((table, old) -> rows.put(table.id(), count(table, old)));
        return rows;
    }

    /** Deletes them; one commit a table, and none where there is nothing to delete. */
    Map<String, Long> delete(CommitTag tag) {
        Map<String, Long> rows = new LinkedHashMap<>();
        conditions().forEach((table, old) -> {
            long count = count(table, old);
            if (count > 0) {
                store.replaceWhere(table, store.empty(table), old, tag, PreCommit.NONE);
            }
            rows.put(table.id(), count);
        });
        return rows;
    }

    private long count(TableSpec table, Column old) {
        return store.read(table).filter(old).count();
    }

    private Map<TableSpec, Column> conditions() {
        Column moment = lit(Timestamp.from(before));
        Object[] runs = store
                .read(JobRun.SPEC)
                .groupBy("run_id")
                .agg(org.apache.spark.sql.functions.max("started_at"))
                .collectAsList()
                .stream()
                .filter(row -> row.getTimestamp(1).toInstant().isBefore(before))
                .map(row -> row.getString(0))
                .toArray();
        List<Row> newest = store.read(Publication.SPEC)
                .orderBy(col("published_at").desc())
                .limit(1)
                .select("run_id")
                .collectAsList();
        Map<TableSpec, Column> conditions = new LinkedHashMap<>();
        conditions.put(QualityResult.SPEC, col("run_id").isin(runs));
        conditions.put(JobRun.SPEC, col("run_id").isin(runs));
        if (!newest.isEmpty()) {
            conditions.put(
                    Publication.SPEC,
                    col("published_at")
                            .lt(moment)
                            .and(col("run_id").notEqual(lit(newest.get(0).getString(0)))));
        }
        return conditions;
    }
}
