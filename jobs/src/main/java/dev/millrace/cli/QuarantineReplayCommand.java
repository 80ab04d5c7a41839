package dev.millrace.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.LakeReader;
import dev.millrace.job.Replay;
import dev.millrace.job.RunContext;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import dev.millrace.tables.ops.QuarantinedRow;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace quarantine replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Tries rejected rows again, after a rule, a mapping or another source was mended.",
            "A row that is good now arrives once, and what depends on its day is made anew; one that is still bad stays.",
            "A replay that was stopped is finished by the same command."
        },
        footer = {
            "",
            "Examples:",
            "  millrace quarantine replay conf/online-retail.conf",
            "  millrace quarantine replay shop.conf --source orders --rule wrong_number_of_fields --lake /data/lake"
        })
final class QuarantineReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions configuration;

    @Option(names = "--rule", paramLabel = "NAME", description = "Only rows that broke this rule.")
    private String rule;

    @Option(names = "--source", paramLabel = "NAME", description = "Only rows that this source delivered.")
    private String source;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Settings settings = configuration.load();
        JobGraph graph = JobCatalog.graph(settings);
        SparkSession session = SparkSessions.open("millrace quarantine replay");
        Replay replay = new Replay(Optional.ofNullable(source), Optional.ofNullable(rule));
        Optional<RunContext> run = window(LakeReader.open(session, settings.lake()), replay);
        PrintWriter out = spec.commandLine().getOut();
        if (run.isEmpty()) {
            spec.commandLine().getErr().println("No rejected rows to try again.");
            return ExitCode.DONE;
        }
        RunSummary summary = new RunSummary(
                run.get(),
                settings,
                new JobRunner(
                                session,
                                settings,
                                graph,
                                new PlainProgress(spec.commandLine().getErr()))
                        .run(run.get(), graph.jobs()));
        if (json.isWanted()) {
            summary.json().print(out);
        } else {
            summary.print(out);
        }
        out.flush();
        boolean verbose = Main.of(spec.commandLine()).isVerbose();
        summary.report().jobs().forEach(job -> job.failure()
                .ifPresent(failure -> Failures.tell(
                        failure, job.job() + ": ", verbose, spec.commandLine().getErr())));
        return summary.exitCode();
    }

    /** A run over the days on which the rejected rows were delivered. */
    private static Optional<RunContext> window(LakeReader lake, Replay replay) {
        Dataset<Row> rows = lake.read(QuarantinedRow.SPEC);
        Dataset<Row> ofSource = replay.source()
                .map(name -> rows.filter(col("source").equalTo(lit(name))))
                .orElse(rows);
        Dataset<Row> wanted = replay.rule()
                .map(name -> ofSource.filter(col("rule").equalTo(lit(name))))
                .orElse(ofSource);
        Row days = wanted.agg(min("known_date"), max("known_date")).first();
        return days.isNullAt(0)
                ? Optional.empty()
                : Optional.of(new RunContext(RunId.at(Instant.now()), day(days, 0), day(days, 1)).replaying(replay));
    }

    private static LocalDate day(Row row, int column) {
        return row.getDate(column).toLocalDate();
    }
}
