package dev.millrace.cli;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import dev.millrace.tables.ops.JobRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code millrace runs}. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the last runs on the lake, newest first.",
        footer = {"", "Examples:", "  millrace runs --lake /data/lake", "  millrace runs --limit 1 --json"})
final class RunsCommand implements Callable<Integer> {

    private static final String ENDED = "unix_micros(started_at) / 1e6 + seconds";

    @Spec
    private CommandSpec spec;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowLimit limit;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SparkSession session = SparkSessions.open("millrace runs");
        Dataset<Row> jobs = LakeReader.open(session, lake.lake()).read(JobRun.SPEC);
        jobs.createOrReplaceTempView("job_run_of_lake");
        Dataset<Row> runs = session.sql(
                """
                SELECT run_id AS run,
                       min(started_at) AS started_at,
                       min(window_from) AS from,
                       max(window_to) AS to,
                       count_if(status = 'done') AS done,
                       count_if(status = 'up_to_date') AS up_to_date,
                       count_if(status = 'failed') AS failed,
                       count_if(status = 'skipped') AS skipped,
                       sum(rows_written) AS rows,
                       sum(rows_rejected) AS rejected,
                       round(max(%s) - min(unix_micros(started_at) / 1e6), 1) AS seconds
                FROM job_run_of_lake
                GROUP BY run_id
                ORDER BY started_at DESC, run_id DESC"""
                        .formatted(ENDED));
        print(new Answers(runs).first(limit.rows()));
        return ExitCode.DONE;
    }

    private void print(Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("runs", answer.rows())
                    .with("more", answer.more())
                    .print(out);
        } else {
            AnswerText.print(answer, out, spec.commandLine().getErr());
        }
    }
}
