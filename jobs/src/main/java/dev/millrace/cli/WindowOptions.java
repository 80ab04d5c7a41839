package dev.millrace.cli;

import dev.millrace.job.Job;
import dev.millrace.job.JobGraph;
import dev.millrace.job.RunContext;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which deliveries, and which jobs. */
final class WindowOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            description = "First day of delivery, such as 2024-01-01.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day of delivery.")
    private LocalDate to;

    @Option(
            names = "--job",
            split = ",",
            paramLabel = "NAME",
            description = "These jobs alone, by name, separated by commas. Otherwise all.")
    private List<String> jobs = List.of();

    /** A run over the window. */
    RunContext run(String runId) {
        return new RunContext(runId, from, to);
    }

    /** Refuses a window that ends before it begins. */
    void requireOrder() {
        if (from.isAfter(to)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--from " + from + " is after --to " + to + ": the window holds no day. Exchange them.");
        }
    }

    /** The jobs asked for, in order. */
    List<Job> selected(JobGraph graph) {
        return jobs.isEmpty() ? graph.jobs() : graph.select(jobs);
    }
}
