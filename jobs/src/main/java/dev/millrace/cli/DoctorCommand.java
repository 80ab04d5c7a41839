package dev.millrace.cli;

import dev.millrace.job.SparkSessions;
import dev.millrace.upkeep.Finding;
import dev.millrace.upkeep.Finding.Severity;
import dev.millrace.upkeep.LakeDoctor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with a lake, why it matters and what to do: unfinished runs, damaged logs, lost or orphaned files,"
                    + " tables that another program changed. Writes nothing.",
            "Exit code 3 when there is a problem; warnings alone give 0."
        },
        footer = {"", "Examples:", "  millrace doctor /data/lake", "  millrace doctor /data/lake --json"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LAKE",
            description = "Folder or URI of the lake; otherwise what --lake or --config say.")
    private String folder;

    @Mixin
    private LakeOptions options;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        String lake = folder == null ? options.lake() : LakeLocation.harmless(folder);
        SparkSession session = SparkSessions.open("millrace doctor").newSession();
        List<Finding> findings = LakeDoctor.examine(session, lake, options.leaseExpiry());
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            json(lake, findings).print(out);
        } else {
            print(findings, out);
        }
        return count(findings, Severity.PROBLEM) == 0 ? ExitCode.DONE : ExitCode.DATA;
    }

    private static JsonDocument json(String lake, List<Finding> findings) {
        return new JsonDocument()
                .with("lake", lake)
                .with("ok", count(findings, Severity.PROBLEM) == 0)
                .with("problems", count(findings, Severity.PROBLEM))
                .with("warnings", count(findings, Severity.WARNING))
                .with(
                        "findings",
                        findings.stream()
                                .map(finding -> new JsonDocument()
                                        .with("severity", word(finding))
                                        .with("table", finding.table())
                                        .with("seen", finding.seen())
                                        .with("why", finding.why())
                                        .with("action", finding.action()))
                                .toList());
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        new TextTable(
                        List.of(
                                TextTable.Column.text("severity"),
                                TextTable.Column.text("table"),
                                TextTable.Column.text("seen")),
                        findings.stream()
                                .map(finding -> List.of(
                                        word(finding), CellText.of(finding.table()), CellText.of(finding.seen())))
                                .toList())
                .print(out, Terminal.width());
        findings.stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .forEach(finding -> explain(finding, out));
        out.println();
        out.println(verdict(findings));
    }

    /** In full, for the table above cuts what the terminal has no room for. */
    private static void explain(Finding finding, PrintWriter out) {
        out.println();
        out.println(word(finding) + ": " + CellText.of(finding.table()));
        out.println("  seen  " + CellText.of(finding.seen()));
        out.println("  why   " + CellText.of(finding.why()));
        out.println("  do    " + CellText.of(finding.action()));
    }

    private static String verdict(List<Finding> findings) {
        long problems = count(findings, Severity.PROBLEM);
        long warnings = count(findings, Severity.WARNING);
        return problems + warnings == 0
                ? "Nothing is wrong with this lake."
                : problems + " problem(s), " + warnings + " warning(s).";
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String word(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
