package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ForecastSpec;
import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.StockLevel;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Says how each daily series goes on, as of the day after the newest day with a value: each by the method, or the combination of
 * methods, that would have forecast it best from earlier origins. Any day that changed makes the newest date anew; rows of earlier
 * dates are never touched.
 */
public final class ScoreDemandForecast implements Job {

    private final List<SeriesTable> tables;

    /** Forecasts these; at least one. */
    public ScoreDemandForecast(List<SeriesTable> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return "score-demand_forecast";
    }

    /** The days that changed make it due; the history that is looked at is what it reads. */
    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>();
        for (SeriesTable series : tables) {
            inputs.add(new Input(series.table(), Reach.SAME_DAY));
            inputs.add(new Input(series.table(), Reach.LATEST));
            if (series.censored()) {
                inputs.add(new Input(StockLevel.SPEC, Reach.SAME_DAY));
                inputs.add(new Input(StockLevel.SPEC, Reach.LATEST));
            }
            series.beside().values().forEach(table -> inputs.add(new Input(table, Reach.LATEST)));
        }
        inputs.add(new Input(DemandForecast.SPEC, Reach.RECORD));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(DemandForecast.SPEC);
    }

    @Override
    public String fingerprint() {
        return tables.stream()
                .map(series -> series.settings() + (series.censored() ? " by stock" : ""))
                .toList()
                .toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> before = inputs.previous(DemandForecast.SPEC);
        Dataset<Row> kept = before;
        Dataset<Row> fresh = before.limit(0);
        Set<LocalDate> dates = new TreeSet<>();
        for (SeriesTable series : tables) {
            Dataset<Row> rows = inputs.newest(series.table());
            Optional<LocalDate> newest = series.newest(rows);
            // Without rows there is no date; the forecast is laid out all the same, for a dry run to see what is wrong
            // with it.
            LocalDate asOf = newest.orElse(LocalDate.EPOCH).plusDays(1);
            Dataset<Row> values = series.before(rows, asOf);
            Dataset<Row> told = series.censored()
                    ? new StockOuts(series).beside(values, inputs.newest(StockLevel.SPEC), asOf)
                    : values;
            fresh = fresh.unionByName(forecast(series, told, asOf, inputs));
            kept = kept.filter(col("forecast")
                    .notEqual(series.settings().name())
                    .or(col("as_of_date").notEqual(lit(Date.valueOf(asOf)))));
            newest.ifPresent(day -> dates.add(asOf));
        }
        DaySet days = DaySet.of(dates);
        Output output = inputs.days().isAll()
                ? new Output(DemandForecast.SPEC, kept.unionByName(fresh), Optional.empty())
                : new Output(
                        DemandForecast.SPEC,
                        kept.filter(days.covers(DemandForecast.AS_OF_DATE.col()))
                                .unionByName(fresh),
                        Optional.of(days));
        return new JobOutputs(List.of(output), Optional.empty(), List.of(), List.of(fresh));
    }

    private static Dataset<Row> forecast(SeriesTable series, Dataset<Row> values, LocalDate asOf, JobInputs inputs) {
        ForecastSettings settings = series.settings();
        SeriesForecaster forecaster = new SeriesForecaster(
                spec(settings),
                Holes.valueOf(constant(settings.holes())),
                settings.longestHole(),
                SeriesTable.period(asOf) - 1);
        Dataset<Row> forecast =
                settings.looksAtAll() ? together(series, forecaster, values, inputs) : forecaster.forecast(values);
        WindowSpec soFar = Window.partitionBy(SeriesForecaster.SERIES)
                .orderBy(SeriesForecaster.PERIOD)
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column step = col(SeriesForecaster.PERIOD).minus(col("last_period")).cast("int");
        return forecast.withColumn("total_expected", sum("mean").over(soFar))
                .withColumn("step", step)
                .select(columns(series, asOf).toArray(Column[]::new));
    }

    /** What is found out of all series together is looked up when each is forecast. */
    private static Dataset<Row> together(
            SeriesTable series, SeriesForecaster forecaster, Dataset<Row> values, JobInputs inputs) {
        Dataset<Row> filled = forecaster.filled(values);
        return forecaster.forecast(filled, new PooledDemand(series, forecaster.spec(), inputs).of(filled));
    }

    private static List<Column> columns(SeriesTable series, LocalDate asOf) {
        Column asOfDate = lit(Date.valueOf(asOf));
        List<Column> columns = new ArrayList<>(List.of(
                lit(series.settings().name()).alias("forecast"),
                asOfDate.alias("as_of_date"),
                SeriesTable.name().alias("series_id"),
                series.part(DemandForecast.PRODUCT_ID).alias("product_id"),
                series.part(DemandForecast.LOCATION_ID).alias("location_id"),
                date_add(asOfDate, col("step").minus(1)).alias("forecast_date"),
                col("step"),
                col("mean").alias("expected"),
                col("wape").alias("backtest_wape"),
                col("naive_wape").alias("backtest_naive_wape"),
                col("mase").alias("backtest_mase"),
                col("rmsse").alias("backtest_rmsse"),
                col("coverage_80").alias("backtest_coverage_80"),
                col("coverage_95").alias("backtest_coverage_95")));
        for (Field same : List.of(
                DemandForecast.LOW_50,
                DemandForecast.HIGH_50,
                DemandForecast.LOW_80,
                DemandForecast.HIGH_80,
                DemandForecast.LOW_95,
                DemandForecast.HIGH_95,
                DemandForecast.TOTAL_EXPECTED,
                DemandForecast.TOTAL_DEVIATION,
                DemandForecast.METHOD,
                DemandForecast.INTERVAL_METHOD,
                DemandForecast.FALLBACK,
                DemandForecast.DESCRIPTION,
                DemandForecast.WINDOWS)) {
            columns.add(same.col());
        }
        return columns;
    }

    private static ForecastSpec spec(ForecastSettings settings) {
        List<MethodName> methods = settings.singleMethods().stream()
                .map(method -> MethodName.valueOf(constant(method)))
                .toList();
        int horizon = settings.horizonDays();
        return new ForecastSpec(
                methods,
                new BacktestPlan(settings.windows(), horizon, horizon, settings.season()),
                ErrorMeasure.valueOf(constant(settings.measure())),
                settings.demand());
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
