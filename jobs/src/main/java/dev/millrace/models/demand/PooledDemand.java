package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.Beforehand;
import dev.millrace.engines.forecast.Fallback;
import dev.millrace.engines.forecast.ForecastSpec;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.engines.forecast.pooled.FeaturePlan;
import dev.millrace.engines.forecast.pooled.Holidays;
import dev.millrace.engines.forecast.pooled.LikeItems;
import dev.millrace.engines.forecast.pooled.PanelMethod;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.engines.forecast.pooled.PooledMethods;
import dev.millrace.engines.forecast.pooled.PooledName;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.HolidayCalendar;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What is found out of all series of a forecast together: what methods that learn from all say of each, and what is expected of new
 * ones by those that are like them. The series are brought to the driver for that, as
 * far as the settings allow.
 *
 * @param series the forecast
 * @param spec how each series is forecast
 * @param inputs what the job reads
 */
record PooledDemand(SeriesTable series, ForecastSpec spec, JobInputs inputs) {

    private static final int MARGIN = 31;

    /**
     * What is said of the series.
     *
     * @param filled rows of {@link SeriesForecaster#filled}
     */
    Beforehand of(Dataset<Row> filled) {
        Row total = filled.agg(coalesce(sum(size(col("values"))), lit(0L))).first();
        if (total.getLong(0) > series.settings().pooled().mostValues()) {
            return new Beforehand(
                    Map.of(),
                    Map.of(),
                    series.settings().pooledMethods().isEmpty() ? Fallback.NONE : Fallback.POOL_TOO_LARGE);
        }
        List<PanelSeries> panel = new DemandPanel(series, inputs).of(filled, spec.demand());
        return new Beforehand(
                methods(filled.sparkSession(), panel).of(panel),
                series.settings().likeItems() ? new LikeItems(spec.plan()).of(panel) : Map.of(),
                Fallback.NONE);
    }

    private PooledMethods methods(SparkSession session, List<PanelSeries> panel) {
        BacktestPlan plan = spec.plan();
        int longest =
                panel.stream().mapToInt(series -> series.values().length).max().orElse(0);
        int known = longest - plan.horizon() - (plan.windows() - 1) * plan.step();
        FeaturePlan features = FeaturePlan.ofDays(plan.period(), spec.demand(), holidays(panel), known);
        Map<PooledName, List<PanelMethod>> methods = new EnumMap<>(PooledName.class);
        for (String each : series.settings().pooledMethods()) {
            PooledName name = PooledName.valueOf(each.toUpperCase(Locale.ROOT));
            methods.put(name, name.variants(session, features, plan));
        }
        return new PooledMethods(methods, plan, spec.measure());
    }

    private Holidays holidays(List<PanelSeries> panel) {
        if (panel.isEmpty()) {
            return Holidays.NONE;
        }
        long first = panel.stream().mapToLong(PanelSeries::start).min().orElseThrow();
        long last = panel.stream()
                .mapToLong(each -> each.start() + each.values().length)
                .max()
                .orElseThrow();
        HolidayCalendar calendar = series.settings().pooled().calendar();
        // Days before and after them count too, as days until the next.
        return Holidays.of(calendar.between(
                LocalDate.ofEpochDay(first - MARGIN),
                LocalDate.ofEpochDay(last + spec.plan().horizon() + MARGIN)));
    }
}
