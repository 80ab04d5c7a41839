package dev.millrace.job;

import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.TaggedCommit;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a job has to make again, from the tables alone: which versions of its inputs its output was made from, and
 * which days the commits since then touched.
 */
final class StalenessFinder {

    private final DeltaStore store;

    StalenessFinder(DeltaStore store) {
        this.store = store;
    }

    Staleness of(Job job) {
        return of(job, Map.of());
    }

    /**
     * What a job has to make again.
     *
     * @param again days of inputs that count as changed though they did not, by table
     */
    Staleness of(Job job, Map<String, DaySet> again) {
        List<Input> tables = job.inputs().stream()
                .filter(input -> input.asset() instanceof TableSpec)
                .toList();
        Map<String, Long> versions = new HashMap<>();
        for (Input input : tables) {
            if (!input.reach().isPrevious()) {
                store.version((TableSpec) input.asset())
                        .ifPresent(version -> versions.put(input.asset().id(), version));
            }
        }
        List<TaggedCommit> made = new ArrayList<>();
        for (Asset output : job.outputs()) {
            Optional<TaggedCommit> newest = store.newestCommit((TableSpec) output);
            if (newest.isEmpty()) {
                return everything(tables, versions, "first run: " + output.id() + " does not exist");
            }
            if (!newest.get().tag().fingerprint().equals(Fingerprint.of(job))) {
                return everything(tables, versions, "settings or columns of " + output.id() + " changed");
            }
            made.add(newest.get());
        }
        return changes(tables, versions, made, again);
    }

    private static Staleness everything(List<Input> tables, Map<String, Long> versions, String reason) {
        Map<String, DaySet> changed = new HashMap<>();
        tables.forEach(input -> changed.put(input.asset().id(), DaySet.ALL));
        return new Staleness(DaySet.ALL, changed, versions, reason);
    }

    private Staleness changes(
            List<Input> tables, Map<String, Long> versions, List<TaggedCommit> made, Map<String, DaySet> again) {
        Map<String, DaySet> changed = new HashMap<>();
        List<String> reasons = new ArrayList<>();
        DaySet stale = DaySet.NONE;
        for (Input input : tables) {
            TableSpec table = (TableSpec) input.asset();
            if (!versions.containsKey(table.id())) {
                changed.put(table.id(), DaySet.NONE);
                continue;
            }
            DaySet touched = touchedSince(table, consumed(made, table), versions.get(table.id()))
                    .union(again.getOrDefault(table.id(), DaySet.NONE));
            changed.put(table.id(), touched);
            if (!input.reach().stale(touched).isEmpty()) {
                stale = stale.union(input.reach().stale(touched));
                reasons.add(table.id() + " changed on " + touched);
            }
        }
        return new Staleness(
                stale, changed, versions, reasons.isEmpty() ? "nothing changed" : String.join("; ", reasons));
    }

    private static long consumed(List<TaggedCommit> made, TableSpec input) {
        return made.stream()
                .mapToLong(commit -> commit.tag().inputs().getOrDefault(input.id(), -1L))
                .min()
                .orElse(-1L);
    }

    private DaySet touchedSince(TableSpec table, long consumed, long newest) {
        if (consumed >= newest) {
            return DaySet.NONE;
        }
        return store.commitsAfter(table, consumed)
                .map(commits -> commits.stream()
                        .map(commit -> commit.tag().touchedDays())
                        .reduce(DaySet.NONE, DaySet::union))
                .orElse(DaySet.ALL);
    }
}
