package dev.millrace.job;

import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.NearestName;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.silver.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            } else if (!forecast.ifMapped()) {
                problems.add("'" + path + ".table' names '" + forecast.table() + "', which no job makes. "
                        + NearestName.hint(forecast.table(), made.keySet()));
            }
        }
        return problems;
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
