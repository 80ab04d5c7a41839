package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of results in a page: one row a kind of fault; rows of kinds that were not run now stay as they are. */
public final class ReliabilityPage {

    private static final String BEGIN = "<!-- results: written by scripts/bench faults --write -->";
    private static final String END = "<!-- end of results -->";

    private final Path page;

    public ReliabilityPage(Path page) {
        this.page = page;
    }

    /** Writes the rows of the kinds that were run. */
    public void write(List<FaultResult> results) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (from < BEGIN.length() || to < from) {
            throw new IOException(page + " has no place for results.");
        }
        Map<String, String> rows = rows(text.substring(from, to));
        byKind(results).forEach((kind, ofKind) -> rows.put(kind, row(kind, ofKind)));
        Files.writeString(
                page, text.substring(0, from) + "\n" + String.join("\n", rows.values()) + "\n" + text.substring(to));
    }

    /** Lines of the table by their first cell, the two of its head among them. */
    private static Map<String, String> rows(String table) {
        Map<String, String> rows = new LinkedHashMap<>();
        table.lines()
                .filter(line -> line.startsWith("|"))
                .forEach(line -> rows.put(line.split("[|]", -1)[1].strip(), line));
        return rows;
    }

    private static Map<String, List<FaultResult>> byKind(List<FaultResult> results) {
        Map<String, List<FaultResult>> kinds = new LinkedHashMap<>();
        results.forEach(result ->
                kinds.computeIfAbsent(result.kind(), kind -> new ArrayList<>()).add(result));
        return kinds;
    }

    private static String row(String kind, List<FaultResult> results) {
        long equal = results.stream()
                .filter(result -> result.outcome() == FaultResult.Outcome.EQUAL)
                .count();
        long impossible = results.stream()
                .filter(result -> result.outcome() == FaultResult.Outcome.NOT_POSSIBLE)
                .count();
        return "| %s | %d | %d | %d | %d | %s%s |"
                .formatted(
                        kind,
                        results.size() - impossible,
                        equal,
                        results.stream().mapToLong(FaultResult::lost).sum(),
                        results.stream().mapToLong(FaultResult::doubled).sum(),
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        impossible == 0 ? "" : ", " + impossible + " not possible on that machine");
    }
}
