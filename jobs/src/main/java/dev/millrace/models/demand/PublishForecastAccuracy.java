package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.ForecastAccuracy;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.StockLevel;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes how good forecasts have turned out to be, beside what the seasonal naive method would have said. */
public final class PublishForecastAccuracy implements Job {

    private final List<SeriesTable> tables;

    /** Judges the forecasts of these. */
    public PublishForecastAccuracy(List<SeriesTable> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return "publish-forecast_accuracy";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>();
        inputs.add(new Input(DemandForecast.SPEC, Reach.SAME_DAY));
        for (SeriesTable series : tables) {
            inputs.add(new Input(series.table(), Reach.around(season(), ahead())));
            inputs.add(new Input(series.table(), Reach.LATEST));
            if (series.censored()) {
                inputs.add(new Input(StockLevel.SPEC, Reach.around(season(), ahead())));
            }
        }
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(ForecastAccuracy.SPEC);
    }

    /** How long a forecast reaches and what it is compared with, and no more: by what method it was made does not change what came. */
    @Override
    public String fingerprint() {
        return tables.stream()
                .map(series -> series.censored() + identity(series.settings()))
                .toList()
                .toString();
    }

    private static String identity(ForecastSettings each) {
        return each.name()
                + each.horizonDays()
                + each.season()
                + each.table()
                + each.series()
                + each.value()
                + each.where()
                + each.combine()
                + each.holes();
    }

    private int season() {
        return tables.stream().mapToInt(each -> each.settings().season()).max().orElse(1);
    }

    private int ahead() {
        return tables.stream()
                .mapToInt(each -> each.settings().horizonDays())
                .max()
                .orElse(1);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> judged = null;
        for (SeriesTable series : tables) {
            Optional<LocalDate> newest = series.newest(inputs.newest(series.table()));
            Dataset<Row> rows = judged(
                    series,
                    inputs.table(DemandForecast.SPEC),
                    series.values(inputs.table(series.table())),
                    series.censored() ? Optional.of(inputs.table(StockLevel.SPEC)) : Optional.empty(),
                    newest.orElse(LocalDate.EPOCH));
            judged = judged == null ? rows : judged.unionByName(rows);
        }
        return JobOutputs.of(ForecastAccuracy.SPEC, judged);
    }

    private static Dataset<Row> judged(
            SeriesTable series,
            Dataset<Row> published,
            Dataset<Row> values,
            Optional<Dataset<Row>> stock,
            LocalDate newest) {
        ForecastSettings settings = series.settings();
        Dataset<Row> forecasts = published
                .filter(col("forecast")
                        .equalTo(settings.name())
                        .and(date_add(col("as_of_date"), settings.horizonDays() - 1)
                                .leq(lit(Date.valueOf(newest)))))
                .withColumn("season_day", sameDayOfTheLastSeason(settings.season()));
        // Mostly no horizon has ended since; then what came is not read, which may be the whole history.
        Dataset<Row> known = (forecasts.isEmpty() ? values.limit(0) : values).withColumn("_series", SeriesTable.name());
        Dataset<Row> came = known.select(
                col("_series").alias("series_id"), col(SeriesTable.DAY).alias("forecast_date"), value("actual"));
        Dataset<Row> naive = known.select(
                col("_series").alias("series_id"), col(SeriesTable.DAY).alias("season_day"), value("naive"));
        Column hole = settings.holes().equals("zero") ? lit(0.0) : lit(null).cast("double");
        Dataset<Row> days = forecasts
                .join(came, new String[] {"series_id", "forecast_date"}, "left")
                .join(naive, new String[] {"series_id", "season_day"}, "left")
                .withColumn("actual", coalesce(col("actual"), hole))
                .withColumn("naive", coalesce(col("naive"), hole))
                .filter(col("actual").isNotNull());
        return withShares(
                sums(stock.map(counts -> withStock(series, days, counts)).orElse(days)));
    }

    /** What would have been sold on a day without stock nobody knows. */
    private static Dataset<Row> withStock(SeriesTable series, Dataset<Row> days, Dataset<Row> stock) {
        Dataset<Row> without = new StockOuts(series)
                .of(stock)
                .select(
                        SeriesTable.name().alias("series_id"),
                        col(SeriesTable.DAY).alias("forecast_date"));
        return days.join(without, new String[] {"series_id", "forecast_date"}, "left_anti");
    }

    private static Column value(String name) {
        return col(SeriesForecaster.VALUE).alias(name);
    }

    private static Column sameDayOfTheLastSeason(int season) {
        return date_sub(
                col("as_of_date"), lit(season).minus(col("step").minus(1).mod(season)));
    }

    private static Dataset<Row> sums(Dataset<Row> days) {
        Column actual = col("actual");
        Column naive = abs(actual.minus(col("naive")));
        return days.groupBy("forecast", "as_of_date", "series_id")
                .agg(
                        count(lit(1)).cast("int").alias("days"),
                        sum(actual).alias("actual"),
                        sum("expected").alias("expected"),
                        sum(abs(actual.minus(col("expected")))).alias("absolute_error"),
                        when(count(naive).equalTo(count(lit(1))), sum(naive)).alias("naive_absolute_error"),
                        sum(abs(actual)).alias("volume"),
                        within("within_80", "low_80", "high_80"),
                        within("within_95", "low_95", "high_95"),
                        first("method").alias("method"),
                        first("fallback").alias("fallback"),
                        first("backtest_wape").alias("backtest_wape"));
    }

    private static Column within(String name, String low, String high) {
        Column held = count_if(col("actual").between(col(low), col(high)));
        return when(count(col(low)).gt(0), held).cast("int").alias(name);
    }

    private static Dataset<Row> withShares(Dataset<Row> sums) {
        return sums.withColumn("wape", ofVolume(col("absolute_error")))
                .withColumn("naive_wape", ofVolume(col("naive_absolute_error")))
                .withColumn("bias", ofVolume(col("expected").minus(col("actual"))))
                .drop("volume");
    }

    private static Column ofVolume(Column sum) {
        return when(col("volume").gt(0), sum.divide(col("volume")));
    }
}
