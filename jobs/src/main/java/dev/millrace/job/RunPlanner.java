package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import dev.millrace.settings.Settings;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Foretells what a run would do, from the landing folder and the tables' logs: which jobs, on which days, and why. Writes
 * nothing. The days that new rows lie on are known once they are read, so of those it can only tell the days of delivery.
 */
public final class RunPlanner {

    private final Settings settings;
    private final JobGraph graph;
    private final DeltaStore store;
    private final LandingZone landing;
    private final Map<String, DaySet> expected = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    public RunPlanner(SparkSession session, Settings settings, JobGraph graph) {
        this.settings = settings;
        this.graph = graph;
        this.store = new DeltaStore(session, settings.lake());
        this.landing = new LandingZone(session, settings.landing());
    }

    /**
     * The plan of each job, in the order of the graph.
     *
     * @throws dev.millrace.storage.LandingException when the landing folder is not as configured
     * @throws dev.millrace.settings.ConfigurationException when two sources claim one file
     */
    public List<JobPlan> plan(RunContext run, Collection<Job> selected) {
        expected.clear();
        broken.clear();
        List<SourceSpec> sources = settings.sources().stream()
                .filter(source -> selected.stream().anyMatch(job -> reads(job, source)))
                .toList();
        LandingListing listing = LandingListing.of(landing, sources, run.from(), run.to());
        List<JobPlan> plans = new ArrayList<>();
        for (Job job : selected) {
            JobPlan plan = plan(job, run, listing);
            if (plan.action() == JobPlan.Action.FAIL || plan.action() == JobPlan.Action.SKIP) {
                broken.add(job.name());
            }
            plans.add(plan);
        }
        return plans;
    }

    private static boolean reads(Job job, SourceSpec source) {
        return job.inputs().stream().anyMatch(input -> input.asset().equals(source));
    }

    private JobPlan plan(Job job, RunContext run, LandingListing listing) {
        Set<String> needed = new HashSet<>();
        graph.upstream(job).forEach(upstream -> needed.add(upstream.name()));
        needed.retainAll(broken);
        if (!needed.isEmpty()) {
            String names = needed.stream().sorted().collect(joining(", "));
            return new JobPlan(job.name(), JobPlan.Action.SKIP, "", List.of(), List.of(), "needs " + names);
        }
        Optional<SourceSpec> source = settings.sources().stream()
                .filter(candidate -> reads(job, candidate))
                .findFirst();
        return source.isPresent() ? ofIngest(job, source.get(), run, listing) : ofTables(job);
    }

    private JobPlan ofIngest(Job job, SourceSpec source, RunContext run, LandingListing listing) {
        if (source.format() instanceof SourceFormat.Jdbc jdbc) {
            return running(
                    job,
                    DaySet.between(run.from(), run.to()),
                    List.of(new JobPlan.Read(source.id(), jdbc.table() + " above the last " + jdbc.watermark(), 0, 0)),
                    "asks the database for new rows");
        }
        List<LandedFile> fresh;
        try {
            fresh = new FileIntake(landing, new FileRegister(store), run)
                    .wanted(source, listing.files(source), Set.of())
                    .files();
        } catch (DataException e) {
            return new JobPlan(job.name(), JobPlan.Action.FAIL, "", List.of(), List.of(), e.getMessage());
        }
        DaySet days = DaySet.of(fresh.stream().map(LandedFile::day).toList());
        long bytes = fresh.stream().mapToLong(LandedFile::bytes).sum();
        return fresh.isEmpty()
                ? upToDate(job, "no new files")
                : running(
                        job,
                        days,
                        List.of(new JobPlan.Read(source.id(), days.toString(), fresh.size(), bytes)),
                        fresh.size() == 1 ? "1 new file" : fresh.size() + " new files");
    }

    private JobPlan ofTables(Job job) {
        Staleness now = new StalenessFinder(store).of(job);
        DaySet days = now.days();
        List<String> reasons = new ArrayList<>();
        if (!now.days().isEmpty()) {
            reasons.add(now.reason());
        }
        for (Input input : job.inputs()) {
            DaySet coming = expected.getOrDefault(input.asset().id(), DaySet.NONE);
            DaySet stale = input.reach().stale(coming);
            if (!now.days().isAll() && !stale.isEmpty()) {
                days = days.union(stale);
                reasons.add(input.asset().id() + " will change" + (coming.isAll() ? "" : " on " + coming));
            }
        }
        return days.isEmpty()
                ? upToDate(job, now.reason())
                : running(job, days, reads(job, now, days), String.join("; ", reasons));
    }

    private List<JobPlan.Read> reads(Job job, Staleness now, DaySet days) {
        return job.inputs().stream()
                .map(input -> new JobPlan.Read(
                        input.asset().id(),
                        input.reach().isPrevious()
                                ? "as it was"
                                : needed(input, now, days).toString(),
                        0,
                        0))
                .sorted(Comparator.comparing(JobPlan.Read::asset).thenComparing(JobPlan.Read::days))
                .toList();
    }

    /** As a run reads it: tables without a day and own output as a whole, deliveries as far as they are new. */
    private DaySet needed(Input input, Staleness now, DaySet days) {
        boolean whole =
                input.asset() instanceof TableSpec table && table.dayField().isEmpty();
        if (whole || days.isAll()) {
            return DaySet.ALL;
        }
        String id = input.asset().id();
        return input.reach().isDelivered()
                ? now.changed().getOrDefault(id, DaySet.NONE).union(expected.getOrDefault(id, DaySet.NONE))
                : input.reach().needed(days);
    }

    private JobPlan running(Job job, DaySet days, List<JobPlan.Read> reads, String reason) {
        job.outputs().forEach(output -> expected.put(output.id(), days));
        List<String> writes = job.outputs().stream().map(Asset::id).sorted().toList();
        return new JobPlan(job.name(), JobPlan.Action.RUN, days.toString(), reads, writes, reason);
    }

    private static JobPlan upToDate(Job job, String reason) {
        return new JobPlan(job.name(), JobPlan.Action.UP_TO_DATE, "", List.of(), List.of(), reason);
    }
}
