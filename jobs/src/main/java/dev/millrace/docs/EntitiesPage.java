package dev.millrace.docs;

import static java.util.stream.Collectors.joining;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.tables.silver.Entities;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The vocabulary that sources are mapped onto: every entity, what a mapping must give, and what follows where it does not. */
final class EntitiesPage {

    private static final String INTRODUCTION =
            """
            # Entities

            Map sources onto these under `entities.ENTITY.SOURCE.columns`. Every column is optional unless it says otherwise; what
            an entity has no column for travels under `attributes`. A fact happened on a day, and a newer version of its key
            takes its place; a dimension describes something that lasts, and keeps its history.

            """;

    /** Given by Millrace and never by a mapping. */
    private static final Set<String> PROVENANCE =
            Set.of("attributes", "source", "source_file", "source_ordinal", "source_hash", "known_date");

    String text() {
        StringBuilder page = new StringBuilder(GeneratedDocs.NOTICE).append(INTRODUCTION);
        Entities.ALL.stream()
                .sorted(java.util.Comparator.comparing(EntitySpec::name))
                .forEach(entity -> page.append(section(entity)));
        return page.toString().stripTrailing() + "\n";
    }

    private static String section(EntitySpec entity) {
        String grain = entity.table().grain();
        MarkdownTable columns = new MarkdownTable("column", "type", "a mapping", "meaning");
        for (Field field : fields(entity)) {
            if (!PROVENANCE.contains(field.name())) {
                columns.row(
                        "`" + field.name() + "`",
                        "`" + field.type().sql().toLowerCase(Locale.ROOT) + "`",
                        duty(entity, field),
                        field.description());
            }
        }
        return "## " + entity.name() + "\n\n" + grain.substring(0, 1).toUpperCase(Locale.ROOT) + grain.substring(1)
                + ". A " + entity.kind().name().toLowerCase(Locale.ROOT) + "; key "
                + names(entity.table().key()) + ".\n\n" + columns + checks(entity) + "\n";
    }

    private static List<Field> fields(EntitySpec entity) {
        return entity.delivered().fields().stream()
                .filter(field -> entity.mappable().contains(field.name()))
                .toList();
    }

    private static String duty(EntitySpec entity, Field field) {
        if (entity.needed().contains(field)) {
            return "must give it";
        }
        if (entity.derived().containsKey(field)) {
            return "may; else `" + entity.derived().get(field) + "`";
        }
        boolean counted = entity.numbering()
                .filter(numbering -> numbering.number().equals(field))
                .isPresent();
        if (counted) {
            return "may; else counted";
        }
        return field.required() ? "must give it" : "may";
    }

    private static String checks(EntitySpec entity) {
        return entity.table().checks().isEmpty()
                ? ""
                : "\nRows must meet: "
                        + entity.table().checks().stream()
                                .map(check -> "`" + check.condition() + "`")
                                .collect(joining("; "))
                        + ".\n";
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(joining(", "));
    }
}
