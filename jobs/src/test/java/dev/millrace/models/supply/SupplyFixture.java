package dev.millrace.models.supply;

import dev.millrace.settings.StockSettings;
import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.MaterialRequirement;
import dev.millrace.tables.gold.PurchaseProposal;
import dev.millrace.tables.gold.StockPlan;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.testing.InMemoryInputs;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Tables of a few hand-made rows, of which only the columns that matter are told. */
record SupplyFixture(SparkSession session) {

    /** Reviews each week; 95 % of all units are to be served. */
    static StockSettings settings(Optional<Double> budget) {
        return new StockSettings(
                Optional.of("demand"),
                false,
                7,
                7,
                365,
                new StockSettings.ServiceLevels(0.95, 0.95, 0.95, 0),
                new StockSettings.Costs(0.25, 0, 0.5),
                new StockSettings.Classes(7, 0.8, 0.95, 0.5, 1),
                budget);
    }

    /** Two weeks ahead of 2024-05-01: product, place, units a day, and the deviation of the sum of a day. */
    Dataset<Row> forecast(String values) {
        return whole(
                DemandForecast.SPEC,
                """
                SELECT 'demand' AS forecast, DATE'2024-05-01' AS as_of_date, product_id, location_id, step, daily AS expected,
                       deviation * sqrt(step) AS total_deviation
                FROM (SELECT *, explode(sequence(1, 14)) AS step FROM VALUES %s AS t(product_id, location_id, daily, deviation))"""
                        .formatted(values));
    }

    /** Rows of a table, those columns that are named; null in all others. */
    Dataset<Row> rows(TableSpec table, String columns, String values) {
        return whole(table, "SELECT * FROM VALUES " + values + " AS t(" + columns + ")");
    }

    InMemoryInputs inputs(Dataset<Row> forecast, DaySet days) {
        return new InMemoryInputs(days)
                .with(DemandForecast.SPEC, forecast)
                .with(StockPlan.SPEC, none(StockPlan.SPEC))
                .with(PurchaseProposal.SPEC, none(PurchaseProposal.SPEC))
                .with(MaterialRequirement.SPEC, none(MaterialRequirement.SPEC));
    }

    Dataset<Row> none(TableSpec table) {
        return session.createDataFrame(List.of(), table.schema());
    }

    private Dataset<Row> whole(TableSpec table, String sql) {
        Dataset<Row> rows = session.sql(sql);
        List<String> told = List.of(rows.columns());
        return rows.select(table.fields().stream()
                .map(field -> (told.contains(field.name()) ? functions.col(field.name()) : functions.lit(null))
                        .cast(field.type())
                        .alias(field.name()))
                .toArray(Column[]::new));
    }
}
