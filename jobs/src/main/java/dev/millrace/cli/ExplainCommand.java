package dev.millrace.cli;

import static org.apache.spark.sql.functions.col;

import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.tables.score.Propensity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.collection.JavaConverters;

/** {@code millrace explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says how likely it is for one entity, why, and whether acting on it pays: its newest row of score/propensity.",
        footer = {
            "",
            "Examples:",
            "  millrace explain telco-churn 7590-VHVEG --lake /data/lake",
            "  millrace explain telco-churn 7590-VHVEG --json"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM", description = "The question, as problems name it.")
    private String problem;

    @Parameters(index = "1", paramLabel = "KEY", description = "Number of the entity.")
    private String key;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SparkSession session = SparkSessions.open("millrace explain");
        Row row = newest(LakeReader.open(session, lake.lake()));
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            JsonDocument document = new JsonDocument();
            for (String column : Propensity.SPEC.columnNames()) {
                document.with(column, row.getAs(column));
            }
            document.print(out);
        } else {
            print(row, out);
        }
        return ExitCode.DONE;
    }

    private Row newest(LakeReader reader) {
        Optional<Row> found = reader
                .read(Propensity.SPEC)
                .filter(col("problem").equalTo(problem).and(col("entity_id").equalTo(key)))
                .orderBy(col("as_of_date").desc())
                .limit(1)
                .collectAsList()
                .stream()
                .findFirst();
        return found.orElseThrow(() -> new ConfigurationException("score/propensity has no row of problem '" + problem
                + "' for '" + key + "': 'millrace show score/propensity' lists those that there are."));
    }

    private static void print(Row row, PrintWriter out) {
        out.println(CellText.of(row.getAs("problem")) + ", " + CellText.of(row.getAs("entity_id")) + ", as of "
                + row.getAs("as_of_date"));
        out.println("  probability    " + row.getAs("probability") + " (decile " + row.getAs("decile") + " of 10)");
        List<String> reasons = JavaConverters.seqAsJavaList(row.<scala.collection.Seq<String>>getAs("reasons"));
        reasons.forEach(reason -> out.println("  because        " + CellText.of(reason)));
        if (row.getAs("value_at_risk") != null) {
            out.println("  value at risk  " + row.getAs("value_at_risk"));
            out.println("  contact        " + (row.<Boolean>getAs("contact") ? "yes" : "no") + ", expected profit "
                    + row.getAs("expected_profit"));
        }
        out.println("  said by        model " + CellText.of(row.getAs("model_version")));
    }
}
