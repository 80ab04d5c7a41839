package dev.millrace.job;

import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Lookup;
import dev.millrace.settings.Settings;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every SQL text of a mapping, held against what a mapping may do; needs no session, so that every run can ask it. */
final class MappingGuard {

    private final EntityMapping mapping;
    private final ExpressionGuard guard;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private MappingGuard(Settings settings, EntityMapping mapping) {
        this.mapping = mapping;
        this.guard = new ExpressionGuard(
                DeliveredRow.of(settings.source(mapping.source())).columnNames());
    }

    /** One sentence for each expression of a mapping that cannot be used, by the path of its setting. */
    static Map<String, String> problems(Settings settings, EntityMapping mapping) {
        MappingGuard own = new MappingGuard(settings, mapping);
        own.check();
        mapping.lookups().forEach(lookup -> own.check(settings, lookup));
        return own.problems;
    }

    private void check() {
        mapping.where().ifPresent(sql -> require(guard, "where", sql));
        mapping.explode().ifPresent(sql -> require(guard, "explode", sql));
        mapping.columns().forEach((name, sql) -> require(guard, "columns." + name, sql));
        mapping.attributes().forEach((name, sql) -> require(guard, "attributes." + name, sql));
    }

    private void check(Settings settings, Lookup lookup) {
        ExpressionGuard other = new ExpressionGuard(
                DeliveredRow.of(settings.source(lookup.source())).columnNames());
        require(guard, "lookups." + lookup.name() + ".on", lookup.on());
        require(other, "lookups." + lookup.name() + ".key", lookup.key());
    }

    private void require(ExpressionGuard over, String setting, String sql) {
        String path = mapping.path() + "." + setting;
        over.problem(path, sql).ifPresent(problem -> problems.put(path, problem));
    }
}
