package dev.millrace.cli;

import dev.millrace.job.DryRun;
import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.MappingCheck;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code millrace check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Finds what is wrong with a configuration, all of it at once: settings, mappings, job graph, and every job built on"
                    + " empty tables.",
            "Reads no landing folder and no lake."
        },
        footer = {
            "",
            "Examples:",
            "  millrace check conf/online-retail.conf",
            "  millrace check conf/shop.conf --set quality.max-rejected-share=0.1 --json"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions configuration;

    @Mixin
    private JsonOption json;

    /**
     * What the check found.
     *
     * @param problems all that is wrong
     * @param jobs the jobs that the configuration calls for, as far as that can be told
     */
    private record Finding(List<String> problems, List<String> jobs) {}

    @Override
    public Integer call() {
        Finding finding = find();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("configuration", configuration.name())
                    .with("ok", finding.problems().isEmpty())
                    .with("problems", finding.problems())
                    .with("jobs", finding.jobs())
                    .print(spec.commandLine().getOut());
        } else if (finding.problems().isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println(configuration.name() + " is sound: "
                            + finding.jobs().size() + " jobs (" + String.join(", ", finding.jobs())
                            + ") can be built and fit their tables.");
        } else {
            throw new ConfigurationException(finding.problems());
        }
        return finding.problems().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }

    private Finding find() {
        try {
            return find(configuration.load());
        } catch (ConfigurationException e) {
            return new Finding(e.problems(), List.of());
        }
    }

    private static Finding find(Settings settings) {
        List<String> problems = new ArrayList<>();
        Optional<JobGraph> graph = graph(settings, problems);
        SparkSession session =
                SparkSessions.open("millrace check " + settings.company().name());
        List<String> mapping = new MappingCheck(session).problems(settings);
        problems.addAll(mapping);
        // A job whose mapping is wrong would tell of it once more, with less.
        if (graph.isPresent() && mapping.isEmpty()) {
            problems.addAll(new DryRun(session).problems(graph.get()));
        }
        Set<String> distinct = new LinkedHashSet<>(problems);
        return new Finding(
                List.copyOf(distinct),
                graph.map(JobGraph::jobs).orElse(List.of()).stream()
                        .map(Job::name)
                        .toList());
    }

    private static Optional<JobGraph> graph(Settings settings, List<String> problems) {
        try {
            return Optional.of(JobCatalog.graph(settings));
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
