package dev.millrace.cli;

import dev.millrace.job.JobResult;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run did, for a person or a program.
 *
 * @param run the run and its window
 * @param settings what it ran by
 * @param report how it ended
 */
record RunSummary(RunContext run, Settings settings, RunReport report) {

    /** The exit code that the run deserves. */
    int exitCode() {
        return ExitCode.ofAll(
                report.jobs().stream().flatMap(job -> job.failure().stream()).toList());
    }

    JsonDocument json() {
        List<JsonDocument> jobs = new ArrayList<>();
        for (JobResult job : report.jobs()) {
            jobs.add(new JsonDocument()
                    .with("job", job.job())
                    .with("status", job.status().name().toLowerCase(Locale.ROOT))
                    .with("days", job.days())
                    .with("rows", job.rowsWritten())
                    .with("rejected", job.rowsRejected())
                    .with("seconds", job.seconds())
                    .with("message", job.message()));
        }
        return new JsonDocument()
                .with("run", run.runId())
                .with("company", settings.company().name())
                .with("from", run.from())
                .with("to", run.to())
                .with("lake", settings.lake())
                .with("status", exitCode() == ExitCode.DONE ? "done" : "failed")
                .with("exit_code", exitCode())
                .with("rows", report.rowsWritten())
                .with("rejected", report.rowsRejected())
                .with("seconds", report.seconds())
                .with("jobs", jobs);
    }

    void print(PrintWriter out) {
        List<TextTable.Column> columns = List.of(
                TextTable.Column.text("job"),
                TextTable.Column.text("status"),
                TextTable.Column.text("days"),
                TextTable.Column.number("rows"),
                TextTable.Column.number("rejected"),
                TextTable.Column.number("seconds"));
        new TextTable(columns, report.jobs().stream().map(RunSummary::cells).toList()).print(out, Terminal.width());
        out.println();
        out.println(verdict());
        where(out);
    }

    private static List<String> cells(JobResult job) {
        return List.of(
                job.job(),
                JobLine.status(job.status()),
                JobLine.days(job.days()),
                String.format(Locale.ROOT, "%,d", job.rowsWritten()),
                String.format(Locale.ROOT, "%,d", job.rowsRejected()),
                String.format(Locale.ROOT, "%.1f", job.seconds()));
    }

    private String verdict() {
        long failed = count(JobResult.Status.FAILED);
        long current = count(JobResult.Status.UP_TO_DATE);
        String ended = failed > 0
                ? failed + " job(s) failed and " + count(JobResult.Status.SKIPPED) + " were skipped"
                : current == report.jobs().size() ? "everything was up to date" : "done";
        return String.format(
                Locale.ROOT,
                "Run %s of %s, deliveries %s to %s: %s in %.1f s.",
                run.runId(),
                settings.company().name(),
                run.from(),
                run.to(),
                ended,
                report.seconds());
    }

    private long count(JobResult.Status status) {
        return report.jobs().stream().filter(job -> job.status() == status).count();
    }

    private boolean makesMonths() {
        return report.jobs().stream().anyMatch(job -> job.job().equals("publish-kpi_month"));
    }

    private void where(PrintWriter out) {
        String lake = " --lake " + settings.lake();
        if (report.rowsRejected() > 0) {
            out.printf(
                    Locale.ROOT, "%,d rows were rejected:  millrace quarantine list%s%n", report.rowsRejected(), lake);
        }
        if (exitCode() == ExitCode.DONE) {
            out.println("Look next:  millrace show" + (makesMonths() ? " gold/kpi_month" : "") + lake);
        } else {
            out.println("Look next:  millrace runs" + lake);
        }
    }
}
