package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.Beforehand;
import dev.millrace.engines.forecast.Fallback;
import dev.millrace.engines.forecast.FilledSeries;
import dev.millrace.engines.forecast.ForecastSpec;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.engines.forecast.pooled.FeaturePlan;
import dev.millrace.engines.forecast.pooled.PanelMethod;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.engines.forecast.pooled.PooledMethods;
import dev.millrace.engines.forecast.pooled.PooledName;
import dev.millrace.settings.ForecastSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What methods that learn from all series of a forecast together say of each of them. The series are brought to the driver for that, as
 * far as the settings allow.
 *
 * @param settings of the forecast
 * @param spec how each series is forecast
 */
record PooledDemand(ForecastSettings settings, ForecastSpec spec) {

    /**
     * What is said of the series.
     *
     * @param filled rows of {@link SeriesForecaster#filled}
     */
    Beforehand of(Dataset<Row> filled) {
        Row total = filled.agg(coalesce(sum(size(col("values"))), lit(0L))).first();
        if (total.getLong(0) > settings.pooled().mostValues()) {
            return new Beforehand(Map.of(), Fallback.POOL_TOO_LARGE);
        }
        List<PanelSeries> panel = filled.orderBy(SeriesForecaster.SERIES).collectAsList().stream()
                .map(FilledSeries::of)
                .map(this::series)
                .toList();
        return new Beforehand(methods(filled.sparkSession(), panel).of(panel), Fallback.NONE);
    }

    private PooledMethods methods(SparkSession session, List<PanelSeries> panel) {
        BacktestPlan plan = spec.plan();
        int longest =
                panel.stream().mapToInt(series -> series.values().length).max().orElse(0);
        int known = longest - plan.horizon() - (plan.windows() - 1) * plan.step();
        FeaturePlan features = FeaturePlan.ofDays(plan.period(), spec.demand(), known);
        Map<PooledName, List<PanelMethod>> methods = new EnumMap<>(PooledName.class);
        for (String each : settings.pooledMethods()) {
            PooledName name = PooledName.valueOf(each.toUpperCase(Locale.ROOT));
            methods.put(name, name.variants(session, features, plan));
        }
        return new PooledMethods(methods, plan, spec.measure());
    }

    private PanelSeries series(FilledSeries series) {
        double[] values = Arrays.stream(series.values())
                .map(value -> spec.demand() ? Math.max(0, value) : value)
                .toArray();
        return new PanelSeries(series.name(), SeriesTable.parts(series.name()), series.first(), values);
    }
}
