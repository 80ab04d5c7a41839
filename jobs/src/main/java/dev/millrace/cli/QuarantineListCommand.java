package dev.millrace.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import dev.millrace.tables.ops.QuarantinedRow;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace quarantine list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists rejected rows: how many by job, source and rule, and then the rows with file, line and reason.",
        footer = {
            "",
            "Examples:",
            "  millrace quarantine list --lake /data/lake",
            "  millrace quarantine list --source orders --rule wrong_number_of_fields --json"
        })
final class QuarantineListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowLimit limit;

    @Option(names = "--rule", paramLabel = "NAME", description = "Only rows that broke this rule.")
    private String rule;

    @Option(names = "--source", paramLabel = "NAME", description = "Only rows that this source delivered.")
    private String source;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SparkSession session = SparkSessions.open("millrace quarantine list");
        Dataset<Row> rows = wanted(LakeReader.open(session, lake.lake()).read(QuarantinedRow.SPEC));
        Answer counts = new Answers(rows.groupBy("job", "source", "rule")
                        .agg(count(lit(1)).alias("rows"))
                        .orderBy(col("rows").desc(), col("job"), col("source"), col("rule")))
                .all();
        Answer examples = new Answers(rows.orderBy("job", "source", "known_date", "file", "ordinal")
                        .select("job", "source", "file", "ordinal", "rule", "detail", "raw"))
                .first(limit.rows());
        print(counts, examples);
        return ExitCode.DONE;
    }

    private Dataset<Row> wanted(Dataset<Row> rows) {
        Dataset<Row> ofRule = rule == null ? rows : rows.filter(col("rule").equalTo(lit(rule)));
        return source == null ? ofRule : ofRule.filter(col("source").equalTo(lit(source)));
    }

    private void print(Answer counts, Answer rows) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("counts", counts.rows())
                    .with("rows", rows.rows())
                    .with("more", rows.more())
                    .print(out);
        } else if (counts.rows().isEmpty()) {
            spec.commandLine().getErr().println("No rejected rows.");
        } else {
            AnswerText.print(counts, out, spec.commandLine().getErr());
            out.println();
            AnswerText.print(rows, out, spec.commandLine().getErr());
        }
    }
}
