package dev.millrace.cli;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeQuery;
import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace sql}. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a query over the tables of the lake; changes nothing.",
            "A table goes by its name, such as kpi_day, or with its layer, such as gold.kpi_day. Where two layers have a table"
                    + " of one name, only the latter, or layer_table, tells them apart."
        },
        footer = {
            "",
            "Examples:",
            "  millrace sql \"SELECT kind, sum(amount) FROM order_line GROUP BY kind\"",
            "  millrace sql \"SELECT max(day) AS newest FROM gold.kpi_day\" --json"
        })
final class SqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "QUERY", description = "A SELECT in Spark's SQL.")
    private String query;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowLimit limit;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SparkSession session = SparkSessions.open("millrace sql").newSession();
        LakeReader reader = LakeReader.open(session, lake.lake());
        Answer answer = new LakeQuery(session, reader).answer(query, limit.rows());
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument().withRows(answer).print(out);
        } else {
            AnswerText.print(answer, out, spec.commandLine().getErr());
        }
        return ExitCode.DONE;
    }
}
