package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import dev.millrace.quality.Quarantine;
import dev.millrace.settings.Settings;
import dev.millrace.storage.Database;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.LakeLease;
import dev.millrace.storage.LandingZone;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the jobs of a graph in one session, several at a time, each as soon as those that it depends on ended. A job that fails
 * stops only those that depend on it. All reading and writing is done here and not in jobs.
 */
public final class JobRunner {

    /**
     * Jobs that judge delivered rows parse first and filter by what came of it. Pushed below the parsing, such a filter would
     * parse every row twice; and it stands directly on the file scan where it serves to skip.
     */
    private static final String PUSHES_JUDGEMENT_BELOW_PARSING =
            "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates,"
                    + "org.apache.spark.sql.catalyst.optimizer.PushPredicateThroughNonJoin";

    private final SparkSession session;
    private final Settings settings;
    private final JobGraph graph;
    private final RunListener listener;
    private final DeltaStore store;
    private final Quarantine quarantine = new Quarantine();
    private final List<QualityNote> notes = new ArrayList<>();

    public JobRunner(SparkSession session, Settings settings, JobGraph graph, RunListener listener) {
        this.session = session;
        this.settings = settings;
        this.graph = graph;
        this.listener = listener;
        this.store = new DeltaStore(session, settings.lake());
    }

    /**
     * Runs jobs over the files delivered in a window.
     *
     * @param run the run and its window
     * @param selected the jobs to run; the graph's other jobs count as done
     * @return how each job ended; a job's failure is told there and not thrown
     * @throws dev.millrace.storage.LeaseHeldException when another run holds the lake
     * @throws dev.millrace.storage.LandingException when the landing folder is not as configured
     * @throws dev.millrace.settings.ConfigurationException when two sources claim one file
     */
    public RunReport run(RunContext run, Collection<Job> selected) {
        Instant start = Instant.now();
        LandingListing listing = LandingListing.of(landing(session), sources(selected), run.from(), run.to());
        try (LakeLease lease = LakeLease.take(
                settings.lake(),
                run.runId(),
                settings.run().leaseWait(),
                settings.run().leaseExpiry(),
                session.sessionState().newHadoopConf())) {
            listener.runStarted(run.runId(), selected.size());
            listener.phase(null, Phase.LEASED);
            List<JobResult> results = runJobs(run, selected, listing);
            listener.phase(null, Phase.JOBS_ENDED);
            record(run, results);
            return new RunReport(run.runId(), results, seconds(start));
        }
    }

    private List<SourceSpec> sources(Collection<Job> jobs) {
        return jobs.stream().flatMap(job -> source(job).stream()).toList();
    }

    private static Optional<SourceSpec> source(Job job) {
        return job.inputs().stream()
                .filter(input -> input.asset() instanceof SourceSpec)
                .map(input -> (SourceSpec) input.asset())
                .findFirst();
    }

    private List<JobResult> runJobs(RunContext run, Collection<Job> selected, LandingListing listing) {
        ExecutorService threads = Executors.newFixedThreadPool(settings.run().parallelJobs());
        try {
            return schedule(run, selected, listing, new ExecutorCompletionService<>(threads));
        } finally {
            endBeforeTheLeaseDoes(threads);
        }
    }

    private static void endBeforeTheLeaseDoes(ExecutorService threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Jobs go on after the run ended.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JobResult> schedule(
            RunContext run, Collection<Job> selected, LandingListing listing, CompletionService<JobResult> threads) {
        List<Job> waiting = new ArrayList<>(selected);
        Set<String> open = new HashSet<>(selected.stream().map(Job::name).toList());
        Map<String, JobResult> ended = new HashMap<>();
        List<JobResult> results = new ArrayList<>();
        int running = 0;
        while (!open.isEmpty()) {
            List<Job> ready = graph.ready(waiting, open).stream()
                    .limit(settings.run().parallelJobs() - running)
                    .toList();
            for (Job job : ready) {
                waiting.remove(job);
                List<String> broken = brokenAmong(upstreamNames(job), ended);
                threads.submit(() -> broken.isEmpty() ? runJob(job, run, listing) : skipped(job, broken));
                running++;
            }
            JobResult result = next(threads, running--);
            listener.jobEnded(result);
            ended.put(result.job(), result);
            open.remove(result.job());
            results.add(result);
        }
        return results;
    }

    private Set<String> upstreamNames(Job job) {
        Set<String> names = new HashSet<>();
        graph.upstream(job).forEach(other -> names.add(other.name()));
        return names;
    }

    private static List<String> brokenAmong(Set<String> upstream, Map<String, JobResult> ended) {
        return upstream.stream()
                .filter(name -> ended.containsKey(name)
                        && (ended.get(name).status() == JobResult.Status.FAILED
                                || ended.get(name).status() == JobResult.Status.SKIPPED))
                .sorted()
                .toList();
    }

    private static JobResult skipped(Job job, List<String> broken) {
        return new JobResult(
                job.name(),
                JobResult.Status.SKIPPED,
                "",
                0,
                0,
                Instant.now(),
                0,
                Optional.empty(),
                "needs " + broken.stream().collect(joining(", ")));
    }

    private static JobResult next(CompletionService<JobResult> threads, int running) {
        if (running == 0) {
            throw new IllegalStateException("No job can start and none is running.");
        }
        try {
            return threads.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while jobs ran.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private JobResult runJob(Job job, RunContext run, LandingListing listing) {
        Instant start = Instant.now();
        listener.jobStarted(job.name());
        nameInSpark(job);
        try {
            JobExecution.Outcome outcome = execute(job, run, listing);
            synchronized (notes) {
                notes.addAll(outcome.notes());
            }
            return new JobResult(
                    job.name(),
                    outcome.upToDate() ? JobResult.Status.UP_TO_DATE : JobResult.Status.DONE,
                    outcome.days(),
                    outcome.written(),
                    outcome.rejected(),
                    start,
                    seconds(start),
                    Optional.empty(),
                    outcome.message());
        } catch (Exception | Error e) {
            // Checked ones too: Scala does not declare what it throws, and a store that fails ends one job and not the
            // run.
            return new JobResult(
                    job.name(),
                    JobResult.Status.FAILED,
                    "",
                    0,
                    0,
                    start,
                    seconds(start),
                    Optional.of(e),
                    e.getMessage());
        }
    }

    /** Shows the job by its name in the Spark UI, and gives it a fair share of the cores. */
    private void nameInSpark(Job job) {
        session.sparkContext().setJobGroup(job.name(), job.name(), true);
        session.sparkContext().setLocalProperty("spark.scheduler.pool", job.name());
    }

    private JobExecution.Outcome execute(Job job, RunContext run, LandingListing listing) {
        SparkSession own = session.newSession();
        if (job.inputs().stream().anyMatch(input -> input.reach().isDelivered())) {
            own.conf().set("spark.sql.optimizer.excludedRules", PUSHES_JUDGEMENT_BELOW_PARSING);
        }
        DeltaStore ownStore = store.in(own);
        Optional<SourceSpec> source = source(job);
        if (source.isPresent()) {
            IngestExecution ingest = new IngestExecution(
                    job, run, own, ownStore, quarantine, settings.maxRejectedShare(), phasesOf(job));
            return source.get().format() instanceof SourceFormat.Jdbc jdbc
                    ? ingest.execute(
                            source.get(), new Database(own, source.get().name(), jdbc, System.getenv()))
                    : ingest.execute(source.get(), listing.files(source.get()), landing(own));
        }
        TableRules tableRules = new TableRules(settings.rules(), job.name(), run, own, ownStore);
        return new JobExecution(
                        job, run, own, ownStore, quarantine, settings.maxRejectedShare(), tableRules, phasesOf(job))
                .execute();
    }

    private java.util.function.Consumer<Phase> phasesOf(Job job) {
        return phase -> listener.phase(job.name(), phase);
    }

    private LandingZone landing(SparkSession own) {
        return new LandingZone(own, settings.landing());
    }

    private void record(RunContext run, List<JobResult> results) {
        RunLog log = new RunLog(session, store, run);
        log.recordFiles(settings.sources());
        log.recordQuality(notes);
        log.recordJobs(results);
        listener.phase(null, Phase.RECORDED);
        if (results.stream().noneMatch(result -> result.failure().isPresent())) {
            log.publish(graph.jobs());
        }
        listener.phase(null, Phase.PUBLISHED);
    }

    private static double seconds(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
