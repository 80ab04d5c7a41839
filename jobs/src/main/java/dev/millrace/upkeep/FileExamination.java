package dev.millrace.upkeep;

import dev.millrace.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a table's data files are those that its log names. */
final class FileExamination {

    /** Writes fold small files when they are 32; so many that double that lie there were left by something else. */
    private static final int PILE = 64;

    private static final long SMALL = 8L << 20;
    private static final int EXAMPLES = 3;
    private static final double MIB = 1 << 20;

    /** Files changed from this moment on may be those of a run that is at work. */
    private final long busySince;

    FileExamination(long busySince) {
        this.busySince = busySince;
    }

    List<Finding> of(TableCase table) {
        List<Finding> findings = new ArrayList<>();
        lost(table).ifPresent(findings::add);
        if (table.log().complete()) {
            orphans(table).ifPresent(findings::add);
        }
        pile(table).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> lost(TableCase table) {
        List<String> lost = table.log().unlike(table.files());
        return lost.isEmpty() || !table.log().complete()
                ? Optional.empty()
                : Optional.of(Finding.problem(
                        table.id(),
                        lost.size() + " data file(s) of the newest version are missing or have another size: "
                                + examples(lost),
                        "The rows in them are lost, and whoever reads the table fails.",
                        table.remedy()));
    }

    private Optional<Finding> orphans(TableCase table) {
        List<StoredFile> orphans = table.orphans().stream()
                .filter(file -> file.modified() < busySince)
                .toList();
        if (orphans.isEmpty()) {
            return Optional.empty();
        }
        double size = orphans.stream().mapToLong(StoredFile::bytes).sum() / MIB;
        return Optional.of(Finding.warning(
                table.id(),
                String.format(
                        Locale.ROOT,
                        "%d data file(s) of %.1f MiB that no version names: %s",
                        orphans.size(),
                        size,
                        examples(orphans.stream().map(StoredFile::path).toList())),
                "A run that was killed or refused left them, or their version is forgotten: nobody reads them, they only take"
                        + " space.",
                "'millrace upkeep CONFIG' deletes them once they are older than upkeep.vacuum-after."));
    }

    private static Optional<Finding> pile(TableCase table) {
        long small = table.log().active().values().stream()
                .filter(bytes -> bytes < SMALL)
                .count();
        return small < PILE
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        table.id(),
                        small + " of " + table.log().active().size() + " data files are smaller than 8 MiB",
                        "Each file costs every reader a request and a task, so that reading slows down.",
                        "'millrace upkeep CONFIG' folds them into few."));
    }

    private static String examples(List<String> paths) {
        String first = String.join(", ", paths.subList(0, Math.min(EXAMPLES, paths.size())));
        return paths.size() > EXAMPLES ? first + ", …" : first;
    }
}
