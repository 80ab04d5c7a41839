package dev.millrace.simulate;

import java.util.List;
import java.util.function.ToLongFunction;

/** Every delivered file, in the order of feed, day and name. */
public record SimulationReport(String landing, List<DeliveredFile> files) {

    /** Copies the list. */
    public SimulationReport {
        files = List.copyOf(files);
    }

    /** Number of files that a feed delivered. */
    public long filesOf(Feed feed) {
        return files.stream().filter(file -> file.feed() == feed).count();
    }

    /** Sum of a count over the files of a feed, e.g. {@code linesOf(ORDERS, DeliveredFile::late)}. */
    public long linesOf(Feed feed, ToLongFunction<DeliveredFile> count) {
        return files.stream()
                .filter(file -> file.feed() == feed)
                .mapToLong(count)
                .sum();
    }

    /** A table for people: a line a feed. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("Delivered to " + landing + "\n");
        table.append(row("feed", "files", "lines", "truncated", "duplicated", "badly encoded", "late"));
        for (Feed feed : Feed.values()) {
            if (filesOf(feed) > 0) {
                table.append(row(
                        feed.folder(),
                        filesOf(feed),
                        linesOf(feed, DeliveredFile::lines),
                        linesOf(feed, DeliveredFile::truncated),
                        linesOf(feed, DeliveredFile::duplicated),
                        linesOf(feed, DeliveredFile::badlyEncoded),
                        linesOf(feed, DeliveredFile::late)));
            }
        }
        return table.toString();
    }

    private static String row(Object... cells) {
        return String.format("%-11s %7s %12s %10s %10s %13s %8s%n", cells);
    }
}
