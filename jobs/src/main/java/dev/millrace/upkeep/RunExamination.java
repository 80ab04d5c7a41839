package dev.millrace.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import dev.millrace.storage.LakeInspection;
import dev.millrace.storage.LoggedCommit;
import dev.millrace.table.Layer;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Whether the last run came to its end: all that bronze took in is recorded, and the newest versions are published. */
final class RunExamination {

    private static final String FINISH = "Run 'millrace run CONFIG' again over the same days: it goes on from there.";

    private final LakeInspection lake;
    private final List<TableCase> tables;

    RunExamination(LakeInspection lake, List<TableCase> tables) {
        this.lake = lake;
        this.tables = List.copyOf(tables);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> recorded = recorded();
        tables.stream()
                .filter(table -> table.layer() == Layer.BRONZE)
                .forEach(table -> unrecorded(table, recorded, findings));
        published(findings);
        return findings;
    }

    private Map<String, Long> recorded() {
        Map<String, Long> recorded = new HashMap<>();
        lake.rows(DeliveredFile.SPEC.id(), DeliveredFile.SPEC.schema())
                .groupBy("source")
                .agg(max(col("bronze_version")))
                .collectAsList()
                .forEach(row -> recorded.put(row.getString(0), row.getLong(1)));
        return recorded;
    }

    private static void unrecorded(TableCase bronze, Map<String, Long> recorded, List<Finding> findings) {
        String source = bronze.id().substring(bronze.id().indexOf('/') + 1);
        long known = recorded.getOrDefault(source, -1L);
        List<LoggedCommit> unrecorded = bronze.log().commits().stream()
                .filter(commit -> commit.version() > known && commit.tag().isPresent())
                .toList();
        if (!unrecorded.isEmpty()) {
            long files = unrecorded.stream()
                    .mapToLong(commit -> commit.tag().get().files().size())
                    .sum();
            findings.add(Finding.problem(
                    bronze.id(),
                    files + " file(s) taken in by " + unrecorded.size() + " commit(s), from version "
                            + unrecorded.get(0).version() + " on, that ops/file does not record",
                    "Run " + unrecorded.get(0).tag().get().run()
                            + " did not come to its end: these rows may not be in the tables that are made from bronze.",
                    FINISH));
        }
        if (bronze.log().version().isPresent() && known > bronze.log().version().get()) {
            findings.add(behind(bronze, known, "ops/file records"));
        }
    }

    private void published(List<Finding> findings) {
        Map<String, Long> versions = versions();
        List<String> newer = new ArrayList<>();
        for (TableCase table : tables) {
            long published = versions.getOrDefault(table.id(), -1L);
            if (table.layer() == Layer.OPS || table.log().version().isEmpty()) {
                continue;
            }
            if (table.log().complete() && table.log().newestOfARun().orElse(-1L) > published) {
                newer.add(table.id());
            }
            if (published > table.log().version().get()) {
                findings.add(behind(table, published, "ops/publication names"));
            }
        }
        if (!newer.isEmpty()) {
            findings.add(Finding.problem(
                    Publication.SPEC.id(),
                    "the newest publication is older than the newest version of " + String.join(", ", newer),
                    "A run changed these tables and did not end well: they may not belong together, and who reads what is"
                            + " published does not see them.",
                    FINISH));
        }
    }

    private Map<String, Long> versions() {
        Row newest = lake.rows(Publication.SPEC.id(), Publication.SPEC.schema())
                .selectExpr("max_by(versions, published_at)")
                .first();
        return newest.isNullAt(0) ? Map.of() : new TreeMap<>(newest.getJavaMap(0));
    }

    private static Finding behind(TableCase table, long known, String who) {
        return Finding.problem(
                table.id(),
                "its newest version is " + table.log().version().orElseThrow() + ", and " + who + " version " + known,
                "The end of the table's log is lost, or an old copy was restored: rows that were there are gone.",
                table.remedy());
    }
}
