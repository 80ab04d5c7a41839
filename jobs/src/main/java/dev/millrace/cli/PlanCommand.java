package dev.millrace.cli;

import static java.util.stream.Collectors.joining;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobPlan;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunPlanner;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code millrace plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a run would do: which jobs, what they would read and write, and why. Writes nothing.",
            "Days of order lines are known once the files are read; until then the days of delivery stand for them."
        },
        footer = {
            "",
            "Examples:",
            "  millrace plan conf/online-retail.conf --from 2010-12-01 --to 2010-12-31",
            "  millrace plan shop.conf --from 2024-01-05 --to 2024-01-05 --json"
        })
final class PlanCommand implements Callable<Integer> {

    private static final double KIB = 1024;

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
        RunContext run = window.run("plan");
        var session = SparkSessions.open("millrace plan " + settings.company().name());
        List<JobPlan> plans = new RunPlanner(session, settings, graph).plan(run, jobs);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            json(run, settings, plans).print(out);
        } else {
            print(run, settings, plans, out);
        }
        return ExitCode.DONE;
    }

    private static JsonDocument json(RunContext run, Settings settings, List<JobPlan> plans) {
        List<JsonDocument> jobs = new ArrayList<>();
        for (JobPlan plan : plans) {
            jobs.add(new JsonDocument()
                    .with("job", plan.job())
                    .with("action", plan.action().name().toLowerCase(Locale.ROOT))
                    .with("days", plan.days())
                    .with("reads", plan.reads().stream().map(PlanCommand::json).toList())
                    .with("writes", plan.writes())
                    .with("reason", plan.reason()));
        }
        return new JsonDocument()
                .with("company", settings.company().name())
                .with("from", run.from())
                .with("to", run.to())
                .with("lake", settings.lake())
                .with("jobs", jobs);
    }

    private static JsonDocument json(JobPlan.Read read) {
        JsonDocument document = new JsonDocument().with("asset", read.asset()).with("days", read.days());
        return read.files() == 0
                ? document
                : document.with("files", read.files()).with("bytes", read.bytes());
    }

    private static void print(RunContext run, Settings settings, List<JobPlan> plans, PrintWriter out) {
        out.println("A run of " + settings.company().name() + " over the deliveries from " + run.from() + " to "
                + run.to() + " into " + settings.lake() + " would do this:");
        out.println();
        for (JobPlan plan : plans) {
            out.println(
                    String.format(Locale.ROOT, "%-10s %-28s %s", action(plan), plan.job(), JobLine.days(plan.days()))
                            .stripTrailing());
            detail(out, "why", plan.reason());
            detail(out, "reads", plan.reads().stream().map(PlanCommand::text).collect(joining(", ")));
            detail(out, "writes", String.join(", ", plan.writes()));
        }
        out.println();
        out.println(verdict(plans));
    }

    private static void detail(PrintWriter out, String what, String text) {
        if (!text.isEmpty()) {
            out.println(TextTable.cut(String.format(Locale.ROOT, "%11s%-6s %s", "", what, text), Terminal.width()));
        }
    }

    private static String action(JobPlan plan) {
        return plan.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String text(JobPlan.Read read) {
        String what = read.asset() + " (" + read.days();
        return read.files() == 0
                ? what + ")"
                : String.format(Locale.ROOT, "%s; %d file(s), %,.1f KiB)", what, read.files(), read.bytes() / KIB);
    }

    private static String verdict(List<JobPlan> plans) {
        long runs = count(plans, JobPlan.Action.RUN);
        long fails = count(plans, JobPlan.Action.FAIL);
        if (fails > 0) {
            return fails + " job(s) would fail.";
        }
        return runs == 0 ? "Everything is up to date." : runs + " of " + plans.size() + " jobs would run.";
    }

    private static long count(List<JobPlan> plans, JobPlan.Action action) {
        return plans.stream().filter(plan -> plan.action() == action).count();
    }
}
