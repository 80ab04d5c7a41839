package dev.millrace.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import dev.millrace.tables.ops.QuarantinedRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace quarantine show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows rejected rows of a file in full: the rule, what is wrong, and the row as it was delivered.",
        footer = {
            "",
            "Examples:",
            "  millrace quarantine show orders/2024-01-30.csv --lake /data/lake",
            "  millrace quarantine show orders/2024-01-30.csv --line 17"
        })
final class QuarantineShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Path of the delivered file, relative to the landing folder.")
    private String file;

    @Option(names = "--line", paramLabel = "N", description = "Only this line or record of it.")
    private Long line;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowLimit limit;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Dataset<Row> rows = LakeReader.open(SparkSessions.open("millrace quarantine show"), lake.lake())
                .read(QuarantinedRow.SPEC)
                .filter(col("file").equalTo(lit(file)));
        Dataset<Row> wanted = line == null ? rows : rows.filter(col("ordinal").equalTo(lit(line)));
        Answer answer = new Answers(wanted.orderBy("ordinal", "item", "job")
                        .select("job", "source", "file", "ordinal", "item", "known_date", "rule", "detail", "raw"))
                .first(limit.rows());
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("rows", answer.rows())
                    .with("more", answer.more())
                    .print(out);
        } else if (answer.rows().isEmpty()) {
            spec.commandLine().getErr().println("No rejected rows of " + file + ".");
        } else {
            print(answer, out);
        }
        return ExitCode.DONE;
    }

    private static void print(Answer answer, PrintWriter out) {
        List<String> names = List.of(answer.schema().fieldNames());
        for (Row row : answer.rows()) {
            names.forEach(name -> out.printf("%-10s  %s%n", name, CellText.of(row.getAs(name))));
            out.println();
        }
    }
}
