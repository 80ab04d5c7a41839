package dev.millrace.ingest;

import dev.millrace.job.Warning;
import dev.millrace.table.MissingColumns;
import dev.millrace.table.NewColumns;
import dev.millrace.table.SourceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of delivered files, held by name against those that the source declares.
 *
 * @param source the source
 * @param names the files' names, in their order
 */
record DeliveryHeader(SourceSpec source, List<String> names) {

    DeliveryHeader {
        names = List.copyOf(names);
    }

    /** What makes every row below the header unusable. */
    Optional<String> problem() {
        if (!missing().isEmpty() && source.missingColumns() == MissingColumns.QUARANTINE) {
            return Optional.of(
                    "the header lacks " + String.join(", ", missing()) + "; it has " + String.join(", ", names));
        }
        if (!extra().isEmpty() && source.newColumns() == NewColumns.QUARANTINE) {
            return Optional.of("the header has " + String.join(", ", extra()) + ", which sources." + source.name()
                    + ".columns does not declare");
        }
        Set<String> seen = new HashSet<>();
        return names.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .map(name -> "the header names " + name + " twice");
    }

    /** The declared names that the files lack. */
    List<String> missing() {
        return source.deliveredNames().stream()
                .filter(column -> !names.contains(column))
                .toList();
    }

    /** The names that the source does not declare. */
    List<String> extra() {
        return names.stream()
                .filter(name -> !source.deliveredNames().contains(name))
                .toList();
    }

    /** Tells of columns that came or went. */
    List<Warning> warnings(long rows, int files) {
        List<Warning> warnings = new ArrayList<>();
        if (problem().isPresent()) {
            return warnings;
        }
        if (!extra().isEmpty() && source.newColumns() == NewColumns.FLAG) {
            warnings.add(newColumns(source, extra(), rows, files + " file(s) bring"));
        }
        if (!missing().isEmpty()) {
            warnings.add(new Warning(
                    "missing_column_" + String.join("_", missing()),
                    rows,
                    files + " file(s) lack columns that sources." + source.name() + ".columns declares: "
                            + String.join(", ", missing()) + ". They have no value in these rows."));
        }
        return warnings;
    }

    static Warning newColumns(SourceSpec source, List<String> extra, long rows, String whoBrings) {
        return new Warning(
                "new_column_" + String.join("_", extra),
                rows,
                whoBrings + " columns that sources." + source.name() + ".columns does not declare: "
                        + String.join(", ", extra)
                        + ". Their values are kept in _extra; declare them to use them.");
    }
}
