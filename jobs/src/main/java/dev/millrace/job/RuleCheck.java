package dev.millrace.job;

import dev.millrace.settings.NearestName;
import dev.millrace.settings.QualityRule;
import dev.millrace.settings.QualityRule.Accepted;
import dev.millrace.settings.QualityRule.Condition;
import dev.millrace.settings.QualityRule.Distribution;
import dev.millrace.settings.QualityRule.Reference;
import dev.millrace.settings.Settings;
import dev.millrace.table.EntitySpec;
import dev.millrace.tables.silver.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds quality rules against the entities that they name. */
final class RuleCheck {

    private RuleCheck() {}

    /** One sentence for each rule that cannot be used. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        List<String> mapped = Entities.ALL.stream()
                .map(EntitySpec::name)
                .filter(name -> !settings.mappingsOnto(name).isEmpty())
                .toList();
        for (QualityRule rule : settings.rules()) {
            if (mapped.contains(rule.entity())) {
                check(rule, Entities.named(rule.entity()).orElseThrow(), mapped, problems);
            } else {
                problems.add("'" + rule.path() + "' is a rule for '" + rule.entity() + "', which no mapping makes. "
                        + NearestName.hint(rule.entity(), mapped));
            }
        }
        return problems;
    }

    private static void check(QualityRule rule, EntitySpec entity, List<String> mapped, List<String> problems) {
        column(rule).ifPresent(column -> requireColumn(rule, "column", column, entity, problems));
        if (rule.measure() instanceof Condition condition) {
            new ExpressionGuard(entity.table().columnNames())
                    .problem(rule.path() + ".check", condition.sql())
                    .ifPresent(problems::add);
        } else if (rule.measure() instanceof Reference reference) {
            if (mapped.contains(reference.otherEntity())) {
                EntitySpec other = Entities.named(reference.otherEntity()).orElseThrow();
                requireColumn(rule, "references", reference.otherColumn(), other, problems);
            } else {
                problems.add("'" + rule.path() + ".references' names '" + reference.otherEntity()
                        + "', which no mapping makes. " + NearestName.hint(reference.otherEntity(), mapped));
            }
        } else if (!rule.measure().ofRows() && entity.table().dayField().isEmpty()) {
            problems.add("'" + rule.path() + "' looks at days, and "
                    + entity.table().id() + " has none: only rules for rows serve there.");
        }
    }

    private static Optional<String> column(QualityRule rule) {
        if (rule.measure() instanceof Accepted accepted) {
            return Optional.of(accepted.column());
        }
        if (rule.measure() instanceof Distribution distribution) {
            return Optional.of(distribution.column());
        }
        return rule.measure() instanceof Reference reference ? Optional.of(reference.column()) : Optional.empty();
    }

    private static void requireColumn(
            QualityRule rule, String key, String column, EntitySpec entity, List<String> problems) {
        List<String> known = entity.table().columnNames();
        if (!known.contains(column)) {
            problems.add("'" + rule.path() + "." + key + "': " + entity.table().id() + " has no column '" + column
                    + "'. " + NearestName.hint(column, known));
        }
    }
}
