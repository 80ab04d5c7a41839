package dev.millrace.docs;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** A table of a page, built row by row. */
final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String... headings) {
        row(headings);
        row(Stream.of(headings).map(heading -> "---").toArray(String[]::new));
    }

    MarkdownTable row(String... cells) {
        text.append(Stream.of(cells).map(MarkdownTable::escaped).collect(joining(" | ", "| ", " |\n")));
        return this;
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
