package dev.millrace.storage;

import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/** The tables of a lake: {@code LAKE/<layer>/<table>}, Delta by path. */
public final class DeltaStore {

    private final SparkSession session;
    private final String lake;

    public DeltaStore(SparkSession session, String lake) {
        this.session = session;
        this.lake = lake;
    }

    /** The same lake seen from another session. */
    public DeltaStore in(SparkSession other) {
        return new DeltaStore(other, lake);
    }

    /** Where a table lies. */
    public String path(TableSpec table) {
        return lake + "/" + table.id();
    }

    /** The newest version of a table; empty where it does not exist yet. */
    public Optional<Long> version(TableSpec table) {
        long version = snapshot(table).version();
        return version < 0 ? Optional.empty() : Optional.of(version);
    }

    /** The rows of a table; none where it does not exist yet. */
    public Dataset<Row> read(TableSpec table) {
        return version(table).isPresent() ? session.read().format("delta").load(path(table)) : empty(table);
    }

    /** The rows of a table as of a version; the newest costs no second look at the log. */
    public Dataset<Row> read(TableSpec table, long version) {
        return version(table).filter(newest -> newest == version).isPresent()
                ? session.read().format("delta").load(path(table))
                : session.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /** No rows, with the table's columns. */
    public Dataset<Row> empty(TableSpec table) {
        return session.createDataFrame(List.of(), table.schema());
    }

    /** The newest tagged commit of a table. */
    public Optional<TaggedCommit> newestCommit(TableSpec table) {
        return version(table).flatMap(newest -> commits(table).newest(newest));
    }

    /**
     * The commits after a version that touched data, oldest first.
     *
     * @return empty where that can no longer be told
     */
    public Optional<List<TaggedCommit>> commitsAfter(TableSpec table, long version) {
        return version(table).flatMap(newest -> commits(table).between(version, newest));
    }

    /** Puts rows in the place of those of the given days, as one commit. */
    public Receipt replace(TableSpec table, Dataset<Row> rows, DaySet days, CommitTag tag, PreCommit check) {
        TableWrite write = new TableWrite(session, log(table), table);
        TableWrite replacing = days.isAll()
                ? write.replacingAll()
                : write.replacing(days.covers(table.dayField()
                        .orElseThrow(() -> new IllegalStateException(table.id() + " declares no day to replace by."))
                        .col()));
        return replacing.commit(rows, tag.touching(days), days, check);
    }

    /** Puts rows in the place of those that meet a condition, as one commit. */
    public Receipt replaceWhere(TableSpec table, Dataset<Row> rows, Column condition, CommitTag tag, PreCommit check) {
        return new TableWrite(session, log(table), table)
                .replacing(condition)
                .commit(rows, tag, tag.touchedDays(), check);
    }

    /** Adds rows, as one commit; their days are those of the tag. */
    public Receipt append(TableSpec table, Dataset<Row> rows, CommitTag tag, PreCommit check) {
        return new TableWrite(session, log(table), table).commit(rows, tag, tag.touchedDays(), check);
    }

    /** Inserts rows with a new key and updates those that differ, as one commit. */
    public Receipt merge(TableSpec table, Dataset<Row> rows, CommitTag tag, PreCommit check) {
        return TableMerge.into(session, this, table).commit(rows, tag, check);
    }

    /**
     * Puts rows in the place of all those with one of the given keys, as one commit; rows that stay the same are left alone.
     *
     * @param keys some columns of the table's key, each combination once
     */
    public Receipt replaceKeys(TableSpec table, Dataset<Row> rows, Dataset<Row> keys, CommitTag tag, PreCommit check) {
        return TableMerge.replacing(session, this, table, keys).commit(rows, tag, check);
    }

    DeltaLog log(TableSpec table) {
        return DeltaLog.forTable(session, new Path(path(table)));
    }

    private Snapshot snapshot(TableSpec table) {
        return log(table).update(false, Option.empty(), Option.empty());
    }

    private CommitLog commits(TableSpec table) {
        return new CommitLog(new Path(path(table)), session.sessionState().newHadoopConf());
    }
}
