package dev.millrace.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a source become rows of an entity.
 *
 * @param entity the silver table's name
 * @param source the source's name
 * @param name tells several mappings of one source onto one entity apart; the source's name where there is one
 * @param where SQL condition over the source's columns for the rows that describe the entity
 * @param explode SQL over the source's columns for an array; each element, called {@code item}, makes a row of its own
 * @param dropExactDuplicates whether of rows equal in every delivered column only the first stays
 * @param lookups columns of other sources that the expressions may use
 * @param columns SQL expression over the source's columns for each column of the entity
 * @param attributes SQL expression over the source's columns for each extra attribute
 */
public record EntityMapping(
        String entity,
        String source,
        String name,
        Optional<String> where,
        Optional<String> explode,
        boolean dropExactDuplicates,
        List<Lookup> lookups,
        Map<String, String> columns,
        Map<String, String> attributes) {

    public EntityMapping {
        lookups = List.copyOf(lookups);
        columns = new LinkedHashMap<>(columns);
        attributes = new LinkedHashMap<>(attributes);
    }

    /** Where the mapping stands in the configuration. */
    public String path() {
        return "entities." + entity + "." + name;
    }
}
