package dev.millrace.job;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.storage.CommitTag;
import dev.millrace.storage.FileCensus;
import dev.millrace.storage.StagedRows;
import dev.millrace.storage.TakenFile;
import dev.millrace.table.Field;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Proves file by file that what was delivered is in bronze or in quarantine. */
final class IntakeBalance {

    private static final int SHOWN = 5;

    private final String source;
    private final List<FileCensus> files;
    private final SparkSession session;
    private final Map<String, Long> bronze = new HashMap<>();
    private final Map<String, Long> quarantined = new HashMap<>();
    private final Map<String, Long> byRule = new HashMap<>();

    IntakeBalance(String source, List<FileCensus> files, SparkSession session) {
        this.source = source;
        this.files = List.copyOf(files);
        this.session = session;
    }

    /** Rows that were delivered and are not among those staged for bronze; files that cannot be read count as none. */
    long missingFrom(StagedRows staged) {
        countByFile(staged, DeliveredRow.FILE, bronze);
        return delivered() - staged.count();
    }

    long delivered() {
        return files.stream()
                .filter(FileCensus::readable)
                .mapToLong(FileCensus::rows)
                .sum();
    }

    List<FileCensus> unreadable() {
        return files.stream().filter(file -> !file.readable()).toList();
    }

    /** The larger of the share of rows rejected and the share of bytes that cannot be read. */
    double rejectedShare(long rejected) {
        double rows = delivered() == 0 ? 0 : (double) rejected / delivered();
        long bytes = files.stream().mapToLong(file -> file.file().bytes()).sum();
        long lost = unreadable().stream().mapToLong(file -> file.file().bytes()).sum();
        return Math.max(rows, bytes == 0 ? 0 : (double) lost / bytes);
    }

    /** Takes down which rows quarantine was given. */
    CommitTag countQuarantined(StagedRows staged, CommitTag tag) {
        countByFile(staged, QuarantinedRow.FILE, quarantined);
        if (!staged.paths().isEmpty()) {
            staged.read(session, schema(QuarantinedRow.RULE))
                    .groupBy("rule")
                    .agg(count(lit(1)))
                    .collectAsList()
                    .forEach(row -> byRule.put(row.getString(0), row.getLong(1)));
        }
        return tag;
    }

    Map<String, Long> rejectedByRule() {
        return Map.copyOf(byRule);
    }

    private void countByFile(StagedRows staged, Field file, Map<String, Long> counts) {
        if (staged.paths().isEmpty()) {
            return;
        }
        for (Row row : staged.read(session, schema(file))
                .groupBy(col(file.name()))
                .agg(count(lit(1)))
                .collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
    }

    private static StructType schema(Field field) {
        return new StructType().add(field.toStructField());
    }

    /**
     * The files as the commit will name them.
     *
     * @throws DataException when rows of a file went missing
     */
    List<TakenFile> balanced() {
        List<String> off = new ArrayList<>();
        List<TakenFile> taken = new ArrayList<>();
        for (FileCensus file : files) {
            TakenFile entry = entry(file);
            taken.add(entry);
            if (file.readable() && entry.delivered() != entry.bronze() + entry.quarantined()) {
                off.add(entry.file() + ": " + entry.delivered() + " delivered, " + entry.bronze() + " read, "
                        + entry.quarantined() + " rejected");
            }
        }
        if (!off.isEmpty()) {
            throw new DataException("Rows of source '" + source + "' went missing between file and table in "
                    + off.size() + " file(s): " + off.stream().limit(SHOWN).collect(joining("; "))
                    + ". Nothing was written. A file that changes while it is read does this; so does a defect here:"
                    + " please report it.");
        }
        return taken;
    }

    private TakenFile entry(FileCensus file) {
        String path = file.file().path();
        return new TakenFile(
                path,
                file.file().day().toString(),
                file.readable() ? DeliveredFile.TAKEN_IN : DeliveredFile.UNREADABLE,
                file.file().bytes(),
                file.file().modified(),
                file.sha256(),
                file.readable() ? file.rows() : 0,
                bronze.getOrDefault(path, 0L),
                quarantined.getOrDefault(path, 0L),
                file.problem());
    }
}
