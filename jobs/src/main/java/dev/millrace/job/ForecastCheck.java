package dev.millrace.job;

import dev.millrace.settings.AttributeColumn;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.NearestName;
import dev.millrace.settings.PlannedInput;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.silver.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds forecasts against the tables that they read. */
final class ForecastCheck {

    private ForecastCheck() {}

    /**
     * One sentence for each thing in a forecast that cannot be used.
     *
     * @param made the tables that jobs make, by id
     */
    static List<String> problems(List<ForecastSettings> forecasts, Map<String, TableSpec> made) {
        List<String> problems = new ArrayList<>();
        for (ForecastSettings forecast : forecasts) {
            String path = "forecasts." + forecast.name();
            TableSpec table = made.get(forecast.table());
            if (table != null) {
                check(path, forecast, table, problems);
                checkBeside(path, forecast, made, problems);
            } else if (!forecast.ifMapped()) {
                problems.add("'" + path + ".table' names '" + forecast.table() + "', which no job makes. "
                        + NearestName.hint(forecast.table(), made.keySet()));
            }
        }
        return problems;
    }

    /** What pooled methods look at beside the series; where there are none, it is checked all the same. */
    private static void checkBeside(
            String path, ForecastSettings forecast, Map<String, TableSpec> made, List<String> problems) {
        for (AttributeColumn attribute : forecast.pooled().attributes()) {
            table(path + ".attributes", attribute.table(), made, problems)
                    .ifPresent(table -> checkAttribute(path + ".attributes", forecast, attribute, table, problems));
        }
        for (PlannedInput input : forecast.pooled().inputs()) {
            String here = path + ".inputs." + input.name();
            table(here + ".table", input.table(), made, problems).ifPresent(table -> {
                if (table.dayField().isEmpty()) {
                    problems.add("'" + here + ".table' names " + table.id() + ", which has no day.");
                }
                ExpressionGuard guard = new ExpressionGuard(table.columnNames());
                guard.problem(here + ".value", input.value()).ifPresent(problems::add);
                guard.problem(here + ".where", input.where()).ifPresent(problems::add);
            });
        }
    }

    private static Optional<TableSpec> table(
            String setting, String id, Map<String, TableSpec> made, List<String> problems) {
        if (!made.containsKey(id)) {
            problems.add(
                    "'" + setting + "' names '" + id + "', which no job makes. " + NearestName.hint(id, made.keySet()));
        }
        return Optional.ofNullable(made.get(id));
    }

    private static void checkAttribute(
            String setting,
            ForecastSettings forecast,
            AttributeColumn attribute,
            TableSpec table,
            List<String> problems) {
        if (!table.columnNames().contains(attribute.column())) {
            problems.add("'" + setting + "' names the column '" + attribute.column() + "', which " + table.id()
                    + " lacks. " + NearestName.hint(attribute.column(), table.columnNames()));
        }
        if (table.keyNames().isEmpty() || !forecast.series().containsAll(table.keyNames())) {
            problems.add("'" + setting + "' names " + table.id() + ", whose key is " + table.keyNames()
                    + ": it must be among the columns of 'series', or no row of it belongs to a series.");
        }
    }

    private static void check(String path, ForecastSettings forecast, TableSpec table, List<String> problems) {
        if (table.dayField().isEmpty()) {
            problems.add("'" + path + ".table' names " + table.id() + ", which has no day: series are made of days.");
        }
        List<String> columns = table.columnNames();
        forecast.series().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> problems.add("'" + path + ".series' names the column '" + column + "', which "
                        + table.id() + " lacks. " + NearestName.hint(column, columns)));
        List<String> groups = new ArrayList<>(columns);
        if (columns.contains(Product.PRODUCT_ID.name())) {
            groups.addAll(Product.SPEC.columnNames());
        }
        forecast.signalGroups().stream()
                .filter(column -> !groups.contains(column))
                .forEach(column -> problems.add("'" + path + ".signal-groups' names '" + column
                        + "', which is a column neither of " + table.id() + " nor of a product that it names. "
                        + NearestName.hint(column, groups)));
        ExpressionGuard guard = new ExpressionGuard(columns);
        guard.problem(path + ".value", forecast.value()).ifPresent(problems::add);
        guard.problem(path + ".where", forecast.where()).ifPresent(problems::add);
    }
}
