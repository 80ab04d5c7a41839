package dev.millrace.ingest;

import dev.millrace.job.Warning;
import dev.millrace.table.SourceSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The header of delivered files, held by name against the columns that the source declares.
 *
 * @param source the source
 * @param names the header's names, in the files' order
 */
record DeliveryHeader(SourceSpec source, List<String> names) {

    DeliveryHeader {
        names = List.copyOf(names);
    }

    /** What makes every line below the header unusable. */
    Optional<String> problem() {
        List<String> missing = source.columns().stream()
                .filter(column -> !names.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    "the header lacks " + String.join(", ", missing) + "; it has " + String.join(", ", names));
        }
        Set<String> seen = new HashSet<>();
        return names.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .map(name -> "the header names " + name + " twice");
    }

    /** The names that the source does not declare. */
    List<String> extra() {
        return names.stream().filter(name -> !source.columns().contains(name)).toList();
    }

    /** Tells of columns that the source does not declare; their values are kept in {@code _extra}. */
    Optional<Warning> newColumns(long rows, int files) {
        return problem().isPresent() || extra().isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "new_column_" + String.join("_", extra()),
                        rows,
                        files + " file(s) bring columns that sources." + source.name() + ".columns does not declare: "
                                + String.join(", ", extra()) + ". Their values are kept in _extra; declare them to use"
                                + " them."));
    }
}
