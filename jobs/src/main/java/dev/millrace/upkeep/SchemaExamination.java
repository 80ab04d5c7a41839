package dev.millrace.upkeep;

import dev.millrace.table.Field;
import dev.millrace.table.Layer;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether a table has the columns that this version declares, in a form that everyone can read. */
final class SchemaExamination {

    private final Map<String, TableSpec> declared;

    SchemaExamination(Map<String, TableSpec> declared) {
        this.declared = Map.copyOf(declared);
    }

    List<Finding> of(TableCase table) {
        List<Finding> findings = new ArrayList<>();
        form(table).ifPresent(findings::add);
        table.log().schema().ifPresent(schema -> {
            if (table.layer() == Layer.BRONZE) {
                columns(table, DeclaredTables.PROVENANCE, schema, false).forEach(findings::add);
            } else if (declared.containsKey(table.id())) {
                columns(table, declared.get(table.id()).fields(), schema, true).forEach(findings::add);
            } else {
                findings.add(unknown(table));
            }
        });
        return findings;
    }

    private static Optional<Finding> form(TableCase table) {
        return table.log().features().isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.problem(
                        table.id(),
                        "the table asks its readers and writers for "
                                + String.join(", ", table.log().features()),
                        "Tables of Millrace stay at reader version 1 and writer version 4 without deletion vectors or column"
                                + " mapping, so that every program can read them: another program has changed that.",
                        "Versions cannot be taken back. " + table.remedy()));
    }

    private static Finding unknown(TableCase table) {
        return Finding.warning(
                table.id(),
                "a table that this version does not declare",
                "Another version, or another program, made it: no run keeps it up to date.",
                "Use the version that made it, or move the folder out of the lake.");
    }

    private static List<Finding> columns(TableCase table, List<Field> fields, StructType schema, boolean allOfThem) {
        Map<String, String> found = new HashMap<>();
        for (StructField column : schema.fields()) {
            found.put(column.name(), column.dataType().sql());
        }
        List<String> lacking = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (Field field : fields) {
            String type = found.get(field.name());
            if (type == null) {
                lacking.add(field.name());
            } else if (!type.equals(field.type().sql())) {
                different.add(field.name() + " is " + type + " and not "
                        + field.type().sql());
            }
        }
        List<String> known = fields.stream().map(Field::name).toList();
        List<String> unknown = Arrays.stream(schema.fieldNames())
                .filter(name -> allOfThem && !known.contains(name))
                .toList();
        return findings(table, lacking, different, unknown);
    }

    private static List<Finding> findings(
            TableCase table, List<String> lacking, List<String> different, List<String> unknown) {
        List<Finding> findings = new ArrayList<>();
        if (!different.isEmpty() || !unknown.isEmpty()) {
            List<String> seen = new ArrayList<>(different);
            unknown.forEach(name -> seen.add(name + " is not declared"));
            findings.add(Finding.problem(
                    table.id(),
                    "columns unlike those declared: " + String.join("; ", seen),
                    "A run of this version will not write to it, or writes what its readers do not expect.",
                    "Run the version and configuration that made the table, or: " + table.remedy()));
        }
        if (!lacking.isEmpty()) {
            findings.add(Finding.warning(
                    table.id(),
                    "columns that it lacks: " + String.join(", ", lacking),
                    "An older version made it; what reads these columns fails until then.",
                    "Run 'millrace run CONFIG': a run that writes to the table adds them."));
        }
        return findings;
    }
}
