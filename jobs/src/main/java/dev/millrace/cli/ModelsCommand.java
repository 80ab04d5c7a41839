package dev.millrace.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeReader;
import dev.millrace.job.SparkSessions;
import dev.millrace.tables.ops.Evaluation;
import dev.millrace.tables.ops.ModelVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code millrace models}. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the models that were trained on a lake, newest first: what each is, how well it ranks test rows, and why it was"
                    + " made champion or not.",
            "All measures of a model are in ops/evaluation."
        },
        footer = {"", "Examples:", "  millrace models --lake /data/lake", "  millrace models --json"})
final class ModelsCommand implements Callable<Integer> {

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
        SparkSession session = SparkSessions.open("millrace models");
        LakeReader reader = LakeReader.open(session, lake.lake());
        Dataset<Row> measures = reader.read(Evaluation.SPEC)
                .groupBy("problem", "version")
                .pivot("metric", List.of("auc", "lift_10", "expected_calibration_error"))
                .agg(first("value"))
                .withColumnRenamed("expected_calibration_error", "calibration_error");
        Dataset<Row> models = reader.read(ModelVersion.SPEC)
                .join(measures, new String[] {"problem", "version"}, "left")
                .orderBy(col("trained_as_of").desc(), col("problem"), col("status"), col("version"))
                .select(
                        "problem",
                        "version",
                        "status",
                        "trained_as_of",
                        "kind",
                        "training_rows",
                        "auc",
                        "lift_10",
                        "calibration_error",
                        "reason");
        print(new Answers(models).first(limit.rows()));
        return ExitCode.DONE;
    }

    private void print(Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("models", answer.rows())
                    .with("more", answer.more())
                    .print(out);
        } else {
            AnswerText.print(answer, out, spec.commandLine().getErr());
        }
    }
}
