package dev.millrace.cli;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobResult;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the jobs of a configuration.")
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private String configuration;

    @Option(names = "--from", required = true)
    private LocalDate from;

    @Option(names = "--to", required = true)
    private LocalDate to;

    @Option(names = "--landing")
    private String landing;

    @Option(names = "--lake")
    private String lake;

    @Option(names = "--job", split = ",")
    private List<String> jobs = List.of();

    @Option(names = "--set")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Map<String, String> set = new LinkedHashMap<>(overrides);
        if (landing != null) {
            set.put("landing", landing);
        }
        if (lake != null) {
            set.put("lake", lake);
        }
        Settings settings = SettingsLoader.load(configuration, set);
        JobGraph graph = JobCatalog.graph(settings);
        var session = SparkSessions.open("millrace run " + settings.company().name());
        RunReport report = new JobRunner(session, settings, graph, new RunListener() {
                    @Override
                    public void jobEnded(JobResult result) {
                        System.out.printf(
                                "%-32s %-10s %8d rows %6d rejected %6.1f s  %s %s%n",
                                result.job(),
                                result.status(),
                                result.rowsWritten(),
                                result.rowsRejected(),
                                result.seconds(),
                                result.days(),
                                result.message());
                        result.failure().ifPresent(Throwable::printStackTrace);
                    }
                })
                .run(
                        new RunContext("r" + System.currentTimeMillis(), from, to),
                        jobs.isEmpty() ? graph.jobs() : graph.select(jobs));
        System.out.printf("%.1f s%n", report.seconds());
        return report.failure().map(ExitCode::of).orElse(ExitCode.DONE);
    }
}
