package dev.millrace.cli;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code millrace run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in the files delivered in a window, and makes anew what they change.",
            "A run that is repeated changes nothing; one that was stopped is finished by the same command."
        },
        footer = {
            "",
            "Examples:",
            "  millrace run conf/online-retail.conf --from 2010-12-01 --to 2010-12-31",
            "  millrace run shop.conf --from 2024-01-05 --to 2024-01-05 --lake /lake --json",
            "  millrace run shop.conf --from 2024-01-05 --to 2024-01-05 --job ingest-orders",
            "  millrace run shop.conf --from 2024-01-05 --to 2024-01-05 \\",
            "      --landing /data/landing --set run.lease-wait=10m"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions configuration;

    @Mixin
    private WindowOptions window;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        window.requireOrder();
        Settings settings = configuration.load();
        JobGraph graph = JobCatalog.graph(settings);
        List<Job> jobs = window.selected(graph);
        RunContext run = window.run(RunId.at(Instant.now()));
        RunSummary summary = new RunSummary(run, settings, run(run, settings, graph, jobs));
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            summary.json().print(out);
        } else {
            summary.print(out);
        }
        out.flush();
        tellFailures(summary.report());
        return summary.exitCode();
    }

    private RunReport run(RunContext run, Settings settings, JobGraph graph, List<Job> jobs) {
        PrintWriter err = spec.commandLine().getErr();
        if (json.isWanted() || !Terminal.isInteractive()) {
            return run(run, settings, graph, jobs, new PlainProgress(err));
        }
        try (LiveProgress progress = LiveProgress.on(
                err, Terminal.width(), Main.of(spec.commandLine()).interruption())) {
            return run(run, settings, graph, jobs, progress);
        }
    }

    private RunReport run(RunContext run, Settings settings, JobGraph graph, List<Job> jobs, RunListener listener) {
        var session = SparkSessions.open("millrace run " + settings.company().name());
        return new JobRunner(
                        session,
                        settings,
                        graph,
                        new InterruptibleRun(Main.of(spec.commandLine()).interruption(), listener))
                .run(run, jobs);
    }

    private void tellFailures(RunReport report) {
        PrintWriter err = spec.commandLine().getErr();
        boolean verbose = Main.of(spec.commandLine()).isVerbose();
        report.jobs().forEach(job -> job.failure()
                .ifPresent(failure -> Failures.tell(failure, job.job() + ": ", verbose, err)));
    }
}
