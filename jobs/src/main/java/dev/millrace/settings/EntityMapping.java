package dev.millrace.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a source become rows of an entity.
 *
 * @param entity the silver table's name
 * @param source the source's name
 * @param where SQL condition over the source's columns for the rows that describe the entity
 * @param dropExactDuplicates whether of rows equal in every delivered column only the first stays
 * @param columns SQL expression over the source's columns for each column of the entity
 * @param attributes SQL expression over the source's columns for each extra attribute
 */
public record EntityMapping(
        String entity,
        String source,
        Optional<String> where,
        boolean dropExactDuplicates,
        Map<String, String> columns,
        Map<String, String> attributes) {

    public EntityMapping {
        columns = new LinkedHashMap<>(columns);
        attributes = new LinkedHashMap<>(attributes);
    }

    /** Where the mapping stands in the configuration. */
    public String path() {
        return "entities." + entity + "." + source;
    }
}
