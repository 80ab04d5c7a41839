package dev.millrace.upkeep;

import dev.millrace.storage.LoggedCommit;
import dev.millrace.table.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a table's log is whole, and written by Millrace alone. */
final class LogExamination {

    private LogExamination() {}

    static List<Finding> of(TableCase table) {
        List<Finding> findings = new ArrayList<>();
        for (String damage : table.log().damage()) {
            findings.add(Finding.problem(
                    table.id(),
                    damage,
                    table.log().complete()
                            ? "The newest version can still be put together, but older ones, or what changed since, cannot:"
                                    + " readers may fail, and a run may make everything anew or stop."
                            : "What the table holds can no longer be told from its log, so that nobody can read it.",
                    table.remedy()));
        }
        stranger(table).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> stranger(TableCase table) {
        List<LoggedCommit> strangers = table.log().commits().stream()
                .filter(commit -> commit.changesRows() && commit.tag().isEmpty())
                .toList();
        if (strangers.isEmpty()) {
            return Optional.empty();
        }
        LoggedCommit newest = strangers.get(strangers.size() - 1);
        String seen = strangers.size() + " commit(s) that no run of Millrace made, the newest version "
                + newest.version() + " (" + newest.operation() + " by " + newest.writer() + ")";
        return Optional.of(
                table.layer() == Layer.BRONZE || table.layer() == Layer.OPS
                        ? Finding.problem(
                                table.id(),
                                seen,
                                "Which files were taken in, and where their rows are, can no longer be told from this table.",
                                "Take back what the other program did: RESTORE the table to version "
                                        + (newest.version() - strangers.size())
                                        + ", or restore its folder from a backup.")
                        : Finding.warning(
                                table.id(),
                                seen,
                                "What it changed is unknown, so that the next run makes everything anew that is made from this"
                                        + " table; and it may have been overwritten since.",
                                "Let other programs write elsewhere. To be rid of its rows, move the table's folder aside and"
                                        + " run 'millrace run CONFIG' again."));
    }
}
