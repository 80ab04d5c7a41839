package dev.millrace.upkeep;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.storage.LakeInspection;
import dev.millrace.storage.LeaseState;
import dev.millrace.storage.StoredFile;
import dev.millrace.storage.TableLog;
import dev.millrace.table.Layer;
import dev.millrace.upkeep.Finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Finds what is wrong with a lake. Reads only, and goes on where a table is damaged. */
public final class LakeDoctor {

    private static final double MIB = 1 << 20;
    private static final List<String> LAYERS =
            Arrays.stream(Layer.values()).map(Layer::folder).toList();

    private final LakeInspection lake;
    private final Duration leaseExpiry;
    private final List<Finding> findings = new ArrayList<>();

    private LakeDoctor(LakeInspection lake, Duration leaseExpiry) {
        this.lake = lake;
        this.leaseExpiry = leaseExpiry;
    }

    /**
     * Examines a lake.
     *
     * @param leaseExpiry how long after its last sign of life a run has lost the lake
     * @return a finding for everything that is wrong, and one for each table that is sound
     * @throws ConfigurationException when there is no such folder
     */
    public static List<Finding> examine(SparkSession session, String lake, Duration leaseExpiry) {
        LakeInspection inspection = new LakeInspection(session, lake);
        if (!inspection.exists()) {
            throw new ConfigurationException("There is no lake at " + lake
                    + ": name its folder, as in 'millrace doctor /data/lake'. 'millrace run' makes one.");
        }
        LakeDoctor doctor = new LakeDoctor(inspection, leaseExpiry);
        doctor.examine();
        return List.copyOf(doctor.findings);
    }

    private void examine() {
        Optional<LeaseState> lease = guarded("_lease", lake::lease, Optional.empty());
        lease.ifPresent(this::tellLease);
        boolean busy = lease.isPresent() && !lease.get().isDead(leaseExpiry);
        strangersIn("", LAYERS);
        List<TableCase> tables = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            tablesOf(layer).forEach(id -> open(id, layer).ifPresent(tables::add));
        }
        FileExamination files = new FileExamination(busy ? lease.get().since() : Long.MAX_VALUE);
        SchemaExamination schemas = new SchemaExamination(DeclaredTables.byId());
        tables.forEach(table -> examine(table, files, schemas));
        if (!busy) {
            findings.addAll(guarded("ops", new RunExamination(lake, tables)::findings, List.of()));
        }
    }

    private void tellLease(LeaseState lease) {
        String seen = lease.holder() + " holds the lake and showed a sign of life "
                + lease.silence().toSeconds() + " s ago";
        findings.add(
                lease.isDead(leaseExpiry)
                        ? Finding.problem(
                                "_lease",
                                seen + (lease.gone() ? "; its process is gone" : ""),
                                "That run was killed before its end: what it had to do is not done.",
                                "Run 'millrace run CONFIG' again over the same days: it takes the lease over and goes on.")
                        : Finding.ok(
                                "_lease", seen + ": it is at work, so that what is new or unfinished is not judged"));
    }

    private List<String> tablesOf(Layer layer) {
        List<String> ids = new ArrayList<>();
        for (LakeInspection.Entry entry : entries(layer.folder())) {
            String id = layer.folder() + "/" + entry.name();
            if (entry.table()) {
                ids.add(id);
            } else {
                findings.add(
                        stranger(id, entry.folder() ? "a folder without a Delta log" : "a file beside the tables"));
            }
        }
        return ids;
    }

    private void strangersIn(String folder, List<String> known) {
        entries(folder).stream()
                .filter(entry -> !known.contains(entry.name()))
                .forEach(entry -> findings.add(stranger(
                        entry.name(),
                        entry.folder()
                                ? "a folder that is no layer of a lake (" + String.join(", ", known) + ")"
                                : "a file beside the layers")));
    }

    private List<LakeInspection.Entry> entries(String folder) {
        return guarded(folder.isEmpty() ? "." : folder, () -> lake.entries(folder), List.of());
    }

    private static Finding stranger(String place, String seen) {
        return Finding.warning(
                place,
                seen,
                "It is no table of Millrace: no run reads it or keeps it, and nobody can tell whose it is.",
                "Move it out of the lake, or delete it if it is nobody's.");
    }

    private Optional<TableCase> open(String id, Layer layer) {
        return guarded(id, () -> Optional.of(look(id, layer)), Optional.empty());
    }

    private TableCase look(String id, Layer layer) {
        TableLog log = lake.log(id);
        List<StoredFile> files = lake.dataFiles(id);
        return new TableCase(id, layer, log, files, lake.orphans(id, log, files));
    }

    private void examine(TableCase table, FileExamination files, SchemaExamination schemas) {
        List<Finding> found = new ArrayList<>(LogExamination.of(table));
        found.addAll(files.of(table));
        found.addAll(guarded(table.id(), () -> schemas.of(table), List.of()));
        if (found.isEmpty()) {
            found.add(Finding.ok(
                    table.id(),
                    String.format(
                            Locale.ROOT,
                            "version %d, %d data file(s), %.1f MiB",
                            table.log().version().orElse(-1L),
                            table.log().active().size(),
                            table.bytes() / MIB)));
        }
        findings.addAll(found);
    }

    private interface Look<T> {
        T look();
    }

    /** What cannot be looked at is a finding too; the rest is looked at all the same. */
    private <T> T guarded(String place, Look<T> look, T otherwise) {
        try {
            return look.look();
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(new Finding(
                    Severity.PROBLEM,
                    place,
                    "it cannot be looked at: "
                            + String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "What cannot be read cannot be judged, and no run can use it.",
                    "Mend the rights or the store, and ask the doctor again."));
            return otherwise;
        }
    }
}
