package dev.millrace.upkeep;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import dev.millrace.settings.Settings;
import dev.millrace.settings.UpkeepSettings;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.LakeInspection;
import dev.millrace.storage.LakeLease;
import dev.millrace.storage.TableUpkeep;
import dev.millrace.table.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps a lake tidy: folds small files, deletes what no version needs, shortens logs. It changes no row that a job makes, makes
 * nothing stale, and takes nothing away that the newest publication names.
 */
public final class LakeUpkeep {

    private static final Duration SHORTEST = Duration.ofDays(1);

    private final SparkSession session;
    private final Settings settings;
    private final UpkeepSettings upkeep;
    private final String run;
    private final LakeInspection lake;
    private final DeltaStore store;
    private final Set<String> only;

    /**
     * Upkeep of a company's lake.
     *
     * @param run names the upkeep in its commits
     */
    public LakeUpkeep(SparkSession session, Settings settings, String run) {
        this(session, settings, run, Set.of());
    }

    private LakeUpkeep(SparkSession session, Settings settings, String run, Set<String> only) {
        this.session = session;
        this.settings = settings;
        this.upkeep = settings.upkeep();
        this.run = run;
        this.lake = new LakeInspection(session, settings.lake());
        this.store = new DeltaStore(session, settings.lake());
        this.only = Set.copyOf(only);
    }

    /**
     * The same for some tables alone.
     *
     * @param tables their ids, such as {@code silver/order_line}; all, when empty
     * @throws ConfigurationException when the lake has no such table
     */
    public LakeUpkeep only(Collection<String> tables) {
        List<String> known = tables();
        List<String> problems = tables.stream()
                .filter(table -> !known.contains(table))
                .map(table -> "There is no table '" + table + "' in the lake " + settings.lake() + ". "
                        + NearestName.hint(table, known))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new LakeUpkeep(session, settings, run, Set.copyOf(tables));
    }

    /**
     * Refuses to delete what somebody may still read.
     *
     * @param nobodyReads whether it is known that nobody does
     */
    public void requireSafe(boolean nobodyReads) {
        if (!lake.exists()) {
            throw new ConfigurationException("There is no lake at " + settings.lake() + ": 'millrace run' makes one.");
        }
        if (upkeep.vacuumAfter().compareTo(SHORTEST) < 0 && !nobodyReads) {
            throw new ConfigurationException(
                    "'upkeep.vacuum-after' is " + upkeep.vacuumAfter().toMinutes()
                            + " minutes: whoever began to read a table longer ago than that would lose its files under his hands."
                            + " Give a day or more; or, when nobody else can be reading, add --nobody-reads.");
        }
    }

    /** What {@link #tend} would do; writes nothing. */
    public List<TableCare> preview() {
        Map<String, Long> published = new Publications(session, store).versions();
        Map<String, Long> old = oldRecords().map(OldRecords::count).orElse(Map.of());
        List<TableCare> cares = new ArrayList<>();
        for (String id : tables()) {
            TableUpkeep table = new TableUpkeep(session, settings.lake(), run, id);
            cares.add(reasonToLeave(id, published)
                    .map(why -> TableCare.none(id, why))
                    .orElseGet(() -> preview(id, table, old.getOrDefault(id, 0L))));
        }
        return cares;
    }

    private TableCare preview(String id, TableUpkeep table, long rows) {
        long files = table.files();
        long small = table.smallFiles(upkeep.smallFile());
        TableUpkeep.Deleted deleted = table.wouldVacuum(upkeep.vacuumAfter());
        long after = small >= upkeep.foldFrom() ? files - small + 1 : files;
        return new TableCare(id, rows, files, after, deleted.files(), deleted.bytes(), "");
    }

    /**
     * Tidies the lake, which no run may write to meanwhile.
     *
     * @param leased told when the lake is held
     * @throws dev.millrace.storage.LeaseHeldException when a run holds the lake
     */
    public List<TableCare> tend(Runnable leased) {
        try (LakeLease lease = LakeLease.take(
                settings.lake(),
                run,
                settings.run().leaseWait(),
                settings.run().leaseExpiry(),
                session.sessionState().newHadoopConf())) {
            leased.run();
            return tend();
        }
    }

    private List<TableCare> tend() {
        CommitTag tag = new CommitTag(run, "upkeep", "", "", Map.of(), List.of());
        Publications publications = new Publications(session, store);
        Map<String, Long> versions = publications.versions();
        Map<String, Long> old = oldRecords().map(records -> records.delete(tag)).orElse(Map.of());
        List<TableCare> cares = new ArrayList<>();
        for (String id : tables()) {
            Optional<String> reason = reasonToLeave(id, versions);
            if (reason.isPresent()) {
                cares.add(TableCare.none(id, reason.get()));
                continue;
            }
            TableUpkeep table = new TableUpkeep(session, settings.lake(), run, id);
            cares.add(tend(id, table, old.getOrDefault(id, 0L)));
            versions.computeIfPresent(id, (same, before) -> table.version());
        }
        publications.publishSameRows(versions, tag);
        return cares;
    }

    /** The log goes last: should this be stopped before, the next upkeep goes on from what is there. */
    private TableCare tend(String id, TableUpkeep table, long rows) {
        long before = table.files();
        table.keep(upkeep.vacuumAfter(), upkeep.logKept());
        if (table.smallFiles(upkeep.smallFile()) >= upkeep.foldFrom()) {
            table.fold(upkeep.smallFile(), upkeep.foldedFile());
        }
        TableUpkeep.Deleted deleted = table.vacuum(upkeep.vacuumAfter());
        table.checkpoint();
        return new TableCare(id, rows, before, table.files(), deleted.files(), deleted.bytes(), "");
    }

    private Optional<OldRecords> oldRecords() {
        return upkeep.keepOpsDays()
                .map(days -> new OldRecords(store, Instant.now().minus(Duration.ofDays(days))));
    }

    private List<String> tables() {
        List<String> ids = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            lake.entries(layer.folder()).stream()
                    .filter(LakeInspection.Entry::table)
                    .map(entry -> layer.folder() + "/" + entry.name())
                    .filter(id -> only.isEmpty() || only.contains(id))
                    .forEach(ids::add);
        }
        return ids;
    }

    /** Tidying must not take away the only traces of what went wrong, nor versions that are published and not replaced yet. */
    private Optional<String> reasonToLeave(String id, Map<String, Long> published) {
        if (!lake.log(id).damage().isEmpty()) {
            return Optional.of("left alone: its log is damaged; 'millrace doctor' says how");
        }
        Optional<Long> changed = new TableUpkeep(session, settings.lake(), run, id).lastChange();
        if (changed.isEmpty()) {
            return Optional.of("left alone: another program wrote to it; 'millrace doctor' says more");
        }
        if (id.startsWith(Layer.OPS.folder() + "/") || changed.get() <= published.getOrDefault(id, -1L)) {
            return Optional.empty();
        }
        return Optional.of("left alone: its newest rows are not published; finish the run first");
    }
}
