package dev.millrace.storage;

import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.functions;
import scala.Option;

/**
 * One commit to one table in three steps: stage the rows, check them, commit. Delta's public writer commits in the same
 * breath as it writes, which leaves no moment to check what was written; so this speaks to the transaction below it.
 */
final class TableWrite {

    /** A table of many small files is folded into few by the write that comes by. */
    private static final int SMALL_FILES_TO_FOLD = 32;

    private static final long SMALL_FILE_BYTES = 8L << 20;

    private final SparkSession session;
    private final DeltaLog log;
    private final TableSpec table;
    private final OptimisticTransaction transaction;
    private final List<AddFile> written = new ArrayList<>();
    private Optional<Column> replaced = Optional.empty();
    private boolean replacesAll;
    private Optional<Dataset<Row>> replacedKeys = Optional.empty();
    private Set<String> filesOfKeys = Set.of();

    TableWrite(SparkSession session, DeltaLog log, TableSpec table) {
        this.session = session;
        this.log = log;
        this.table = table;
        this.transaction = log.startTransaction(Option.empty(), Option.empty());
        declare();
    }

    /** The rows that meet the condition will go. */
    TableWrite replacing(Column condition) {
        this.replaced = Optional.of(condition);
        return this;
    }

    /** All rows will go. */
    TableWrite replacingAll() {
        this.replacesAll = true;
        return this;
    }

    /** The rows with these keys will go; they lie in these files, named as Spark's file metadata spells them. */
    TableWrite replacingKeys(Dataset<Row> keys, Set<String> files) {
        this.replacedKeys = Optional.of(keys);
        this.filesOfKeys = files;
        return this;
    }

    /** Takes down that there was nothing to write, so that the same input is not looked at again. */
    Receipt commitNothing(CommitTag tag) {
        return new Receipt(commit(List.of(), tag), 0, tag.touchedDays());
    }

    Receipt commit(Dataset<Row> rows, CommitTag tag, DaySet days, PreCommit check) {
        StagedRows staged;
        CommitTag checked;
        List<AddFile> rewritten;
        try {
            staged = stage(rows);
            checked = check.check(staged, tag);
            rewritten = filesToRewrite();
            keepOtherRows(rewritten);
        } catch (Exception | Error e) {
            // Checked ones too, which Scala throws undeclared.
            discard();
            throw e;
        }
        // Not discarded when this fails: the store may have made the commit and lost its answer, and then these files
        // are
        // the table's.
        return new Receipt(commit(rewritten, checked), staged.count(), days);
    }

    private void declare() {
        if (transaction.readVersion() < 0) {
            transaction.updateMetadata(TableMetadata.of(table), false);
        } else if (!sameColumns()) {
            transaction.updateMetadata(TableMetadata.withSchema(transaction.metadata(), table), false);
        }
    }

    private boolean sameColumns() {
        Set<String> known =
                new HashSet<>(List.of(transaction.metadata().schema().fieldNames()));
        List<String> lost = known.stream()
                .filter(column -> !table.columnNames().contains(column))
                .sorted()
                .toList();
        if (!lost.isEmpty()) {
            throw new ForeignSchemaException(log.dataPath().toString(), lost);
        }
        List<Field> added = table.fields().stream()
                .filter(field -> !known.contains(field.name()))
                .toList();
        return added.isEmpty();
    }

    private StagedRows stage(Dataset<Row> rows) {
        List<AddFile> files = writeFiles(rows);
        List<String> paths =
                files.stream().map(this::absolute).map(Path::toString).toList();
        return new StagedRows(
                paths, files.stream().mapToLong(TableWrite::rowsOf).sum());
    }

    private List<AddFile> writeFiles(Dataset<Row> rows) {
        List<AddFile> files = new ArrayList<>();
        for (FileAction action : ScalaForms.list(transaction.writeFiles(rows))) {
            if (action instanceof AddFile file) {
                files.add(file);
            }
        }
        written.addAll(files);
        return files;
    }

    private static long rowsOf(AddFile file) {
        Option<Object> rows = file.numPhysicalRecords();
        if (rows.isEmpty()) {
            throw new IllegalStateException("Delta wrote " + file.path() + " without counting its rows.");
        }
        return (Long) rows.get();
    }

    /** The files that hold rows to replace, and all small ones when they have become many. */
    private List<AddFile> filesToRewrite() {
        if (transaction.readVersion() < 0) {
            return List.of();
        }
        if (replacesAll) {
            return ScalaForms.list(transaction.filterFiles());
        }
        List<AddFile> files = new ArrayList<>();
        replaced.ifPresent(condition -> files.addAll(
                ScalaForms.list(transaction.filterFiles(ScalaForms.seq(List.of(resolved(condition))), false))));
        if (!filesOfKeys.isEmpty()) {
            ScalaForms.list(transaction.filterFiles()).stream()
                    .filter(file -> filesOfKeys.contains(
                            SparkPath.fromPath(absolute(file)).urlEncoded()))
                    .forEach(files::add);
        }
        foldSmallFiles(files);
        return files;
    }

    private void foldSmallFiles(List<AddFile> files) {
        if (transaction.snapshot().numOfFiles() < SMALL_FILES_TO_FOLD) {
            return;
        }
        List<AddFile> small = transaction.snapshot().allFiles().collectAsList().stream()
                .filter(file -> file.size() < SMALL_FILE_BYTES)
                .toList();
        if (small.size() >= SMALL_FILES_TO_FOLD) {
            Set<String> chosen = new HashSet<>();
            files.forEach(file -> chosen.add(file.path()));
            transaction.filterFiles();
            small.stream().filter(file -> chosen.add(file.path())).forEach(files::add);
        }
    }

    private org.apache.spark.sql.catalyst.expressions.Expression resolved(Column condition) {
        Dataset<Row> frame = session.createDataFrame(List.of(), table.schema()).filter(condition);
        var plan = frame.queryExecution().analyzed();
        return ((org.apache.spark.sql.catalyst.plans.logical.Filter) plan).condition();
    }

    private void keepOtherRows(List<AddFile> rewritten) {
        if (rewritten.isEmpty() || replacesAll) {
            return;
        }
        Dataset<Row> old =
                log.createDataFrame(transaction.snapshot(), ScalaForms.seq(rewritten), false, Option.empty());
        writeFiles(remaining(old).coalesce(1));
    }

    private Dataset<Row> remaining(Dataset<Row> old) {
        if (replacedKeys.isPresent()) {
            return old.join(replacedKeys.get(), table.keyNames().toArray(new String[0]), "left_anti");
        }
        return replaced.map(condition -> old.filter(functions.not(functions.coalesce(condition, functions.lit(false)))))
                .orElse(old);
    }

    private long commit(List<AddFile> rewritten, CommitTag tag) {
        List<Action> actions = new ArrayList<>(written);
        long now = System.currentTimeMillis();
        rewritten.forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
        boolean overwrites = replacesAll || replaced.isPresent() || replacedKeys.isPresent();
        return transaction.commit(
                ScalaForms.seq(actions),
                new DeltaOperations.Write(
                        overwrites ? SaveMode.Overwrite : SaveMode.Append,
                        Option.empty(),
                        Option.apply(replaced.map(Column::toString).orElse(null)),
                        Option.apply(tag.toJson())));
    }

    /** What a failed write staged is nobody's; leaves no trace of it where the store still lets us. */
    private void discard() {
        for (AddFile file : written) {
            Path path = absolute(file);
            try {
                FileSystem files = path.getFileSystem(log.newDeltaHadoopConf());
                files.delete(path, false);
            } catch (IOException e) {
                return;
            }
        }
    }

    private Path absolute(AddFile file) {
        return file.absolutePath(log);
    }
}
