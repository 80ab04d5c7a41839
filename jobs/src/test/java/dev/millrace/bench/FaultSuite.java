package dev.millrace.bench;

import dev.millrace.faults.ClassArchive;
import dev.millrace.faults.ClockTurnedBack;
import dev.millrace.faults.DatabaseCut;
import dev.millrace.faults.FailingStorage;
import dev.millrace.faults.Fault;
import dev.millrace.faults.FaultCompany;
import dev.millrace.faults.FaultResult;
import dev.millrace.faults.JavaCommand;
import dev.millrace.faults.MountedLake;
import dev.millrace.faults.ObjectStoreCut;
import dev.millrace.faults.PhaseKills;
import dev.millrace.faults.RandomKills;
import dev.millrace.faults.ReliabilityPage;
import dev.millrace.faults.ResultLog;
import dev.millrace.faults.TwoRunsAtOnce;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every fault that Millrace says it survives, inflicted on real runs; each is run again and held against a clean lake. */
@Command(name = "faults")
public final class FaultSuite implements java.util.concurrent.Callable<Integer> {

    /** To make an archive of classes takes as long as some children. */
    private static final int MANY_CHILDREN = 20;

    private static final int MEASURED = 2;
    private static final int OBJECT_STORE_CUTS = 5;
    private static final int DATABASE_ROWS = 1_000_000;

    @Option(names = "--kills", defaultValue = "200", description = "how many random kills")
    private int kills;

    @Option(names = "--failures", defaultValue = "10", description = "how often each way in which a store fails")
    private int failures;

    @Option(names = "--most", defaultValue = "1000", description = "at most so many of each other kind")
    private int most;

    @Option(names = "--seed", defaultValue = "20240131", description = "of the company and of all random choices")
    private long seed;

    @Option(names = "--only", split = ",", description = "kinds of faults, by a part of their names")
    private List<String> only = List.of("");

    @Option(names = "--up-to", split = ",", description = "jobs that runs go no further than; all jobs otherwise")
    private List<String> lastJobs = List.of();

    @Option(names = "--write", description = "writes the table of jobs/docs/reliability.md")
    private boolean write;

    @Option(names = "--add", description = "adds to the results of earlier suites")
    private boolean add;

    @Option(
            names = "--only-write",
            description = "inflicts nothing; writes the table from the results of earlier suites")
    private boolean onlyWrite;

    @Option(names = "--folder", required = true, description = "an empty folder to work in")
    private Path folder;

    @Option(names = "--results", required = true, description = "the file of results, one JSON a line")
    private Path results;

    @Option(names = "--s3-server", defaultValue = "", description = "class path of an S3 server")
    private String objectStoreServer;

    private FaultSuite() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FaultSuite()).execute(arguments));
    }

    private List<Fault> faults(JavaCommand java) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new PhaseKills(java));
        faults.add(new RandomKills(java, MEASURED, kills, seed));
        faults.addAll(FailingStorage.all(failures, seed));
        faults.add(MountedLake.full(atMost(List.of(30, 2, 90, 15, 60, 45, 75))));
        faults.add(MountedLake.readOnly());
        faults.add(new TwoRunsAtOnce(java, atMost(List.of("0s", "5m", "0s", "5m", "0s"))));
        faults.add(new ClockTurnedBack(atMost(List.of(
                Duration.ofDays(400),
                Duration.ofDays(-400),
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofDays(-1)))));
        faults.add(new DatabaseCut(JavaCommand.plain(), DATABASE_ROWS, List.of(DatabaseCut.Way.values())));
        faults.add(new ObjectStoreCut(objectStoreServer, Math.min(most, OBJECT_STORE_CUTS), seed));
        return faults;
    }

    private <T> List<T> atMost(List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** A kind that cannot be inflicted to its end is a defect, and does not keep the others from being. */
    private static void inflict(Fault fault, FaultCompany company, ResultLog log) {
        try {
            fault.inflict(company, log);
        } catch (Exception e) {
            e.printStackTrace();
            log.accept(FaultResult.broken(fault.kind(), e));
        }
    }

    private void inflictAll(ResultLog log) throws IOException, InterruptedException {
        FaultCompany company = FaultCompany.prepare(
                SparkExtension.session(), folder.toAbsolutePath(), seed, lastJobs.toArray(String[]::new));
        JavaCommand java = kills < MANY_CHILDREN ? JavaCommand.plain() : ClassArchive.make(company);
        for (Fault fault : faults(java)) {
            if (only.stream().anyMatch(fault.kind()::contains)) {
                inflict(fault, company, log);
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        ResultLog log = add || onlyWrite ? ResultLog.continued(results) : ResultLog.empty(results);
        if (!onlyWrite) {
            inflictAll(log);
        }
        if (write || onlyWrite) {
            new ReliabilityPage(Path.of(System.getProperty("basedir", "."), "docs", "reliability.md"))
                    .write(log.results());
        }
        long bad = log.results().stream().filter(FaultResult::isBad).count();
        System.out.printf(
                "%d faults, %d ended differently from a clean run, %.0f s%n",
                log.results().size(), bad, (System.nanoTime() - start) / 1e9);
        return bad == 0 ? 0 : 1;
    }
}
