package dev.millrace.docs;

import static java.util.stream.Collectors.joining;

import dev.millrace.table.Check;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.List;
import java.util.Locale;

/** What the data dictionary tells of one table. */
final class TableSection {

    private final TableSpec table;
    private final TableUses uses;

    TableSection(TableSpec table, TableUses uses) {
        this.table = table;
        this.uses = uses;
    }

    String text() {
        return "### " + table.id() + "\n\n" + sentence(table.grain()) + "\n\n" + facts() + "\n" + checks()
                + columns(table.fields());
    }

    private static String sentence(String grain) {
        return grain.substring(0, 1).toUpperCase(Locale.ROOT) + grain.substring(1) + ".";
    }

    private String facts() {
        StringBuilder facts = new StringBuilder();
        fact(facts, "path", "`LAKE/" + table.id() + "`");
        fact(facts, "key", table.key().isEmpty() ? "none" : names(table.key()));
        fact(
                facts,
                "day column",
                table.dayField().map(day -> names(List.of(day))).orElse("none"));
        fact(facts, "takes rows", meaning(table.mode()));
        fact(facts, "personal columns", table.personal().isEmpty() ? "none" : names(table.personal()));
        fact(facts, "written by", uses.writersOf(table));
        fact(facts, "read by", uses.readersOf(table));
        return facts.toString();
    }

    private static void fact(StringBuilder facts, String name, String value) {
        facts.append("- ").append(name).append(": ").append(value).append("\n");
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(joining(", "));
    }

    private String checks() {
        if (table.checks().isEmpty()) {
            return "";
        }
        MarkdownTable checks = new MarkdownTable("check", "what every row meets");
        for (Check check : table.checks()) {
            checks.row("`" + check.name() + "`", "`" + check.condition() + "`");
        }
        return checks + "\n";
    }

    /** The columns of a table, in order. */
    static String columns(List<Field> fields) {
        MarkdownTable columns = new MarkdownTable("column", "type", "required", "meaning");
        for (Field field : fields) {
            columns.row(
                    "`" + field.name() + "`",
                    "`" + field.type().sql().toLowerCase(Locale.ROOT) + "`",
                    field.required() ? "yes" : "no",
                    field.description());
        }
        return columns + "\n";
    }

    private static String meaning(WriteMode mode) {
        return switch (mode) {
            case APPEND_ONCE_PER_FILE -> "each delivered file is appended once";
            case REPLACE_DAYS -> "the days that are made again are replaced as a whole";
            case MERGE_ON_KEY -> "rows are inserted, or updated where the key is known and a value differs";
            case REPLACE_KEYS -> "all rows of what a delivery touched are replaced; those that stay the same are not written";
            case APPEND_ONCE_PER_RUN -> "each run appends what it has to tell";
        };
    }
}
