package dev.millrace.cli;

import dev.millrace.evaluate.Evaluation;
import dev.millrace.evaluate.EvaluationData;
import dev.millrace.evaluate.EvaluationReport;
import dev.millrace.evaluate.Evaluations;
import dev.millrace.evaluate.Metric;
import dev.millrace.evaluate.MissingDatasetException;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well Millrace does on known data: trains, judges on data that was not trained on, and prints each figure,"
                    + " where there are such with its 95 % interval and the baseline's.",
            "Reads public data sets or simulates a shop; without names, does all evaluations. Needs no lake and leaves nothing behind."
        },
        footer = {
            "",
            "Examples:",
            "  millrace evaluate --list",
            "  millrace evaluate telco-churn --datasets /data/public",
            "  millrace evaluate cdnow telco-churn --json"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which evaluations; all, when none is named.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Only tell which evaluations there are.")
    private boolean list;

    @Option(
            names = "--datasets",
            paramLabel = "FOLDER",
            defaultValue = "${env:MILLRACE_DATASETS}",
            description = "Folder of the public data sets; otherwise what MILLRACE_DATASETS says.")
    private Path datasets;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        List<Evaluation> wanted = wanted();
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            wanted.forEach(evaluation -> out.println(evaluation.name() + ": " + evaluation.method()));
            return ExitCode.DONE;
        }
        Map<Evaluation, EvaluationReport> reports = evaluate(wanted);
        if (json.isWanted()) {
            json(reports).print(out);
        } else {
            reports.forEach((evaluation, report) -> print(evaluation, report, out));
        }
        return ExitCode.DONE;
    }

    private List<Evaluation> wanted() {
        List<String> known = Evaluations.ALL.stream().map(Evaluation::name).toList();
        List<String> problems = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> "There is no evaluation '" + name + "'. " + NearestName.hint(name, known))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return Evaluations.ALL.stream()
                .filter(evaluation -> names.isEmpty() || names.contains(evaluation.name()))
                .toList();
    }

    private Map<Evaluation, EvaluationReport> evaluate(List<Evaluation> wanted) {
        Map<Evaluation, EvaluationReport> reports = new LinkedHashMap<>();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Path> folder = Optional.ofNullable(datasets);
        try (EvaluationData data = new EvaluationData(
                SparkSessions.open("millrace evaluate"), folder, what -> err.println("... " + what))) {
            for (Evaluation evaluation : wanted) {
                data.tell("evaluating " + evaluation.name());
                reports.put(evaluation, evaluation.evaluate(data));
            }
        } catch (MissingDatasetException e) {
            throw new ConfigurationException(e.getMessage());
        }
        return reports;
    }

    private static JsonDocument json(Map<Evaluation, EvaluationReport> reports) {
        List<JsonDocument> documents = new ArrayList<>();
        reports.forEach((evaluation, report) -> documents.add(new JsonDocument()
                .with("name", evaluation.name())
                .with("method", evaluation.method())
                .with(
                        "metrics",
                        report.metrics().stream().map(EvaluateCommand::json).toList())
                .with("notes", report.notes())));
        return new JsonDocument().with("evaluations", documents);
    }

    private static JsonDocument json(Metric metric) {
        return new JsonDocument()
                .with("name", metric.name())
                .with("value", metric.value())
                .with("low", metric.low().orElse(null))
                .with("high", metric.high().orElse(null))
                .with("baseline", metric.baseline().orElse(null));
    }

    private static void print(Evaluation evaluation, EvaluationReport report, PrintWriter out) {
        out.println(evaluation.name());
        out.println("  " + evaluation.method());
        new TextTable(
                        List.of(
                                TextTable.Column.text("metric"),
                                TextTable.Column.number("value"),
                                TextTable.Column.number("low"),
                                TextTable.Column.number("high"),
                                TextTable.Column.number("baseline")),
                        report.metrics().stream().map(EvaluateCommand::cells).toList())
                .print(out, Terminal.width());
        report.notes().forEach(note -> out.println("  " + note));
        out.println();
    }

    private static List<String> cells(Metric metric) {
        return List.of(
                metric.name(),
                figure(Optional.of(metric.value())),
                figure(metric.low()),
                figure(metric.high()),
                figure(metric.baseline()));
    }

    private static String figure(Optional<Double> value) {
        return value.map(figure -> String.format(Locale.ROOT, "%.4f", figure)).orElse("");
    }
}
