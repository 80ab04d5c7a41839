package dev.millrace.docs;

import static java.util.stream.Collectors.joining;

import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.List;

/** What the data dictionary tells of bronze, whose tables follow from the sources that a company declares. */
final class BronzeSection {

    private static final String CONTRACT =
            """
            ### bronze/SOURCE

            One row per delivered row of the source, its values as they stood in the file.

            - path: `LAKE/bronze/SOURCE`
            - key: `_file`, `_ordinal`
            - day column: `_known_date`
            - takes rows: each delivered file is appended once
            - personal columns: whatever the source delivers
            - written by: `ingest-SOURCE`
            - read by: the conform job of each entity that the source is mapped onto

            It has a text column for each that `sources.SOURCE.columns` declares, and these:

            """;

    private static final String BUILT_IN = "The built-in companies have these:\n\n";

    private final List<BuiltInCompany> companies;

    BronzeSection(List<BuiltInCompany> companies) {
        this.companies = companies;
    }

    String text() {
        return CONTRACT
                + TableSection.columns(
                        List.of(DeliveredRow.EXTRA, DeliveredRow.FILE, DeliveredRow.ORDINAL, DeliveredRow.KNOWN_DATE))
                + BUILT_IN
                + tables()
                + "\n";
    }

    private MarkdownTable tables() {
        MarkdownTable tables = new MarkdownTable("company", "table", "files", "columns as delivered");
        for (BuiltInCompany company : companies) {
            for (SourceSpec source : company.settings().sources()) {
                tables.row(
                        "`" + company.file() + "`",
                        "`" + DeliveredRow.of(source).id() + "`",
                        "`" + String.join("`, `", source.files()) + "`",
                        source.deliveredNames().stream()
                                .map(name -> "`" + name + "`")
                                .collect(joining(", ")));
            }
        }
        return tables;
    }
}
