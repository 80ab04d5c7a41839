package dev.millrace.job;

import dev.millrace.settings.NearestName;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.EntitySpec;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.silver.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds problems against the tables that they read. */
final class ProblemCheck {

    private ProblemCheck() {}

    /** One sentence for each thing in a problem that cannot be used. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        settings.problems().stream()
                .filter(problem -> !isLeftOut(settings, problem))
                .forEach(problem -> check(settings, problem, problems));
        return problems;
    }

    /** Whether nothing can be answered yet, as the question foresees. */
    static boolean isLeftOut(Settings settings, ProblemSettings problem) {
        return problem.ifMapped()
                && problem.horizonDays().isEmpty()
                && !tablesOf(settings).containsAll(problem.tables());
    }

    private static void check(Settings settings, ProblemSettings problem, List<String> problems) {
        String path = "problems." + problem.name();
        List<String> columns = new ArrayList<>();
        if (problem.horizonDays().isPresent() || problem.table().equals(CustomerSnapshot.SPEC.id())) {
            checkSnapshots(path, problem, problems);
            return;
        }
        Optional<EntitySpec> table = mapped(settings, path + ".table", problem.table(), problems);
        table.ifPresent(spec -> columns.addAll(spec.table().columnNames()));
        problem.also().forEach((id, key) -> {
            Optional<EntitySpec> other = mapped(settings, path + ".also", id, problems);
            other.ifPresent(spec -> {
                requireColumn(path + ".also", key, spec.table().columnNames(), problems);
                columns.addAll(spec.table().columnNames());
            });
            table.ifPresent(
                    spec -> requireColumn(path + ".also", key, spec.table().columnNames(), problems));
        });
        if (table.isPresent()) {
            requireColumn(path + ".entity", problem.entity(), columns, problems);
            guard(path, problem, columns, problems);
        }
    }

    /** What happens within a horizon is asked of snapshots of customers, and of nothing else. */
    private static void checkSnapshots(String path, ProblemSettings problem, List<String> problems) {
        String snapshots = CustomerSnapshot.SPEC.id();
        if (problem.horizonDays().isEmpty()) {
            problems.add("'" + path + ".table' names " + snapshots + ", which has many dates: '" + path
                    + ".horizon-days' must say within how many days after one it happens or not.");
        } else if (!problem.table().equals(snapshots)) {
            problems.add("'" + path + ".horizon-days' is set: it goes with the table \"" + snapshots + "\", not with \""
                    + problem.table() + "\", whose label is a column's.");
        }
        if (!problem.entity().equals(CustomerSnapshot.CUSTOMER_ID.name())) {
            problems.add("'" + path + ".entity' is '" + problem.entity() + "': snapshots are of each customer_id.");
        }
        if (!problem.also().isEmpty()) {
            problems.add(
                    "'" + path
                            + ".also' joins tables as they are now, which nobody knew at the date of a snapshot: leave it out.");
        }
        guard(path, problem, CustomerSnapshot.SPEC.columnNames(), problems);
    }

    private static void guard(String path, ProblemSettings problem, List<String> columns, List<String> problems) {
        ExpressionGuard guard = new ExpressionGuard(columns);
        guard.problem(path + ".label", problem.label()).ifPresent(problems::add);
        guard.problem(path + ".where", problem.where()).ifPresent(problems::add);
        problem.features().forEach((name, sql) -> guard.problem(path + ".features." + name, sql)
                .ifPresent(problems::add));
        problem.action()
                .value()
                .flatMap(sql -> guard.problem(path + ".action.value", sql))
                .ifPresent(problems::add);
    }

    private static Optional<EntitySpec> mapped(Settings settings, String path, String id, List<String> problems) {
        List<String> mapped = tablesOf(settings);
        String table = id.replace('.', '/');
        if (!mapped.contains(table)) {
            problems.add(
                    "'" + path + "' names '" + id + "', which no mapping makes. " + NearestName.hint(table, mapped));
            return Optional.empty();
        }
        return Entities.named(table.substring(table.indexOf('/') + 1));
    }

    private static List<String> tablesOf(Settings settings) {
        return Entities.ALL.stream()
                .filter(entity -> !settings.mappingsOnto(entity.name()).isEmpty())
                .map(entity -> entity.table().id())
                .toList();
    }

    private static void requireColumn(String path, String column, List<String> known, List<String> problems) {
        if (!known.contains(column)) {
            problems.add("'" + path + "' names the column '" + column + "', which the table lacks. "
                    + NearestName.hint(column, known));
        }
    }
}
