package dev.millrace.cli;

import dev.millrace.job.JobResult;
import java.util.Locale;

/** One line about a job that ended. */
final class JobLine {

    private static final int LONGEST_DAYS = 40;

    private JobLine() {}

    static String of(JobResult result) {
        String line = String.format(
                Locale.ROOT, "%-10s %-30s %6.1f s", status(result.status()), result.job(), result.seconds());
        return switch (result.status()) {
            case DONE -> String.format(
                    Locale.ROOT,
                    "%s  %,d rows%s%s",
                    line,
                    result.rowsWritten(),
                    result.rowsRejected() == 0
                            ? ""
                            : String.format(Locale.ROOT, ", %,d rejected", result.rowsRejected()),
                    result.days().isEmpty() ? "" : "  " + days(result.days()));
            case UP_TO_DATE, SKIPPED -> line + "  " + result.message();
            case FAILED -> line + "  " + firstLine(result);
        };
    }

    private static String firstLine(JobResult result) {
        return result.failure()
                .map(failure ->
                        Failures.problems(failure).get(0).lines().findFirst().orElse(""))
                .orElse("");
    }

    /** A status in a person's words. */
    static String status(JobResult.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Days, or their beginning where there are many. */
    static String days(String days) {
        return TextTable.cut(days, LONGEST_DAYS);
    }
}
