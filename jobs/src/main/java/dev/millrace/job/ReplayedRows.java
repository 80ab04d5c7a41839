package dev.millrace.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.storage.DeltaStore;
import dev.millrace.table.DaySet;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rejected rows that a run tries again. A row that was no row of its file yet is tried by taking the file in anew, in the place
 * of what it gave before; one that no entity took, by judging its day of delivery anew. Either way it arrives once.
 */
final class ReplayedRows {

    private final DeltaStore store;
    private final Optional<Replay> replay;

    ReplayedRows(DeltaStore store, Optional<Replay> replay) {
        this.store = store;
        this.replay = replay;
    }

    /** The files of a source to take in anew. */
    Set<String> files(Job job) {
        Set<String> files = new TreeSet<>();
        replay.ifPresent(wanted -> rejectedBy(job, wanted)
                .select("file")
                .distinct()
                .collectAsList()
                .forEach(row -> files.add(row.getString(0))));
        return files;
    }

    /** The days of delivery to judge anew, by bronze table. */
    Map<String, DaySet> days(Job job) {
        Map<String, DaySet> days = new HashMap<>();
        replay.ifPresent(wanted -> rejectedBy(job, wanted)
                .select("source", "known_date")
                .distinct()
                .collectAsList()
                .forEach(row -> days.merge(
                        "bronze/" + row.getString(0),
                        DaySet.of(Set.of(row.getDate(1).toLocalDate())),
                        DaySet::union)));
        return days;
    }

    private Dataset<Row> rejectedBy(Job job, Replay wanted) {
        return matching(store.read(QuarantinedRow.SPEC), wanted)
                .filter(col("job").equalTo(lit(job.name())));
    }

    private static Dataset<Row> matching(Dataset<Row> rows, Replay wanted) {
        Dataset<Row> ofSource = wanted.source()
                .map(source -> rows.filter(col("source").equalTo(lit(source))))
                .orElse(rows);
        return wanted.rule()
                .map(rule -> ofSource.filter(col("rule").equalTo(lit(rule))))
                .orElse(ofSource);
    }
}
