package dev.millrace.table;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables that hold the history of something that lasts, beside the table of its newest state.
 *
 * @param table the contract of the newest state
 */
record DimensionHistory(TableSpec table) {

    private static final Map<String, Field> PROVENANCE = Stream.of(
                    Field.required("source", ColumnTypes.STRING, "Source that delivered it"),
                    Field.required("source_file", ColumnTypes.STRING, "Delivered file"),
                    Field.required("source_ordinal", ColumnTypes.LONG, "Line or record of the delivered file"),
                    Field.required("source_hash", ColumnTypes.LONG, "Hash of the row as delivered"),
                    Field.required("known_date", ColumnTypes.DATE, "Day on which the source delivered it"))
            .collect(toMap(Field::name, Function.identity()));

    private static final Field CHANGED_AT = Field.required(
            EntitySpec.VALID_FROM.name(),
            ColumnTypes.TIMESTAMP,
            "Moment from which it holds: as the mapping says, else the beginning of the day of delivery");
    private static final Field VERSION_FROM =
            Field.required(EntitySpec.VALID_FROM.name(), ColumnTypes.TIMESTAMP, "Moment from which the version holds");

    List<Field> described() {
        return table.fields().stream()
                .filter(field -> !table.key().contains(field) && !PROVENANCE.containsKey(field.name()))
                .toList();
    }

    List<Field> provenance() {
        return table.fields().stream()
                .filter(field -> !table.key().contains(field) && PROVENANCE.containsKey(field.name()))
                .map(field -> PROVENANCE.get(field.name()))
                .toList();
    }

    TableSpec delivered() {
        List<Field> fields = new ArrayList<>(table.fields());
        fields.addAll(List.of(EntitySpec.VALID_FROM, EntitySpec.MAPPING, EntitySpec.ITEM_NUMBER));
        return table.fields(fields);
    }

    TableSpec changes() {
        List<Field> fields = new ArrayList<>(table.key());
        fields.add(CHANGED_AT);
        fields.addAll(optional(described()));
        fields.addAll(provenance());
        fields.addAll(List.of(EntitySpec.MAPPING, EntitySpec.ITEM_NUMBER));
        List<Field> key = new ArrayList<>(table.key());
        key.addAll(List.of(
                PROVENANCE.get("source_file"),
                PROVENANCE.get("source_ordinal"),
                EntitySpec.MAPPING,
                EntitySpec.ITEM_NUMBER));
        return history("_change", "one row per delivered description of a " + table.name() + ", blanks as delivered")
                .fields(fields)
                .key(key.toArray(new Field[0]))
                .day(PROVENANCE.get("known_date"));
    }

    TableSpec versions() {
        List<Field> fields = new ArrayList<>(table.key());
        fields.addAll(List.of(VERSION_FROM, EntitySpec.VALID_TO, EntitySpec.IS_CURRENT));
        fields.addAll(optional(described()));
        fields.addAll(provenance());
        List<Field> key = new ArrayList<>(table.key());
        key.add(VERSION_FROM);
        return history("_version", "one row per " + table.name() + " and period in which nothing known of it changed")
                .fields(fields)
                .key(key.toArray(new Field[0]))
                .check("period_is_not_empty", "valid_to IS NULL OR valid_to > valid_from")
                .check("current_is_open", "is_current = (valid_to IS NULL)");
    }

    private TableSpec history(String suffix, String grain) {
        return TableSpec.silver(table.name() + suffix)
                .grain(grain)
                .personal(table.personal().toArray(new Field[0]))
                .write(WriteMode.REPLACE_KEYS);
    }

    /** A source that knows a part of it leaves the rest blank. */
    private static List<Field> optional(List<Field> fields) {
        return fields.stream()
                .map(field -> Field.optional(field.name(), field.type(), field.description()))
                .toList();
    }
}
