package dev.millrace.engines.forecast;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Forecasts each series of a long table: grouped in one shuffle, each group then forecast in the executor that has it. Rows pass
 * through Java here, against the habit of the house, because no built-in function of Spark forecasts.
 *
 * @param spec how a series is forecast
 * @param holes what stands for periods without a row, between the first and the last of a series
 * @param longestHole periods without a row after which a measured series begins anew: what lay before is left out. Where holes are 0,
 *     nothing is
 * @param until the last period of all series; what lies between a series' own last and this one is a hole. Null for each its own
 */
public record SeriesForecaster(ForecastSpec spec, Holes holes, int longestHole, Long until) implements Serializable {

    /** Name of the series, a string. */
    public static final String SERIES = "series_id";

    /** Number of the period, a long. */
    public static final String PERIOD = "period";

    /** The value of the period, a double. */
    public static final String VALUE = "value";

    /**
     * Whether there was too little to sell in the period, so that its value, if it has one, is the least that it would have been; a
     * boolean. A table may lack the column.
     */
    public static final String CENSORED = "censored";

    /** Enough parts that no core waits for the last one of another. */
    private static final int PARTS_A_CORE = 4;

    /**
     * What {@link #forecast} returns: one row a series and period ahead. Interval ends are null where nothing is known of errors, the
     * backtest's figures where there was none; naive_wape is that of the seasonal naive method, where it was among those tried.
     */
    public static final StructType SCHEMA = new StructType()
            .add(SERIES, DataTypes.StringType, false)
            .add("last_period", DataTypes.LongType, false)
            .add(PERIOD, DataTypes.LongType, false)
            .add("mean", DataTypes.DoubleType, false)
            .add("low_50", DataTypes.DoubleType)
            .add("high_50", DataTypes.DoubleType)
            .add("low_80", DataTypes.DoubleType)
            .add("high_80", DataTypes.DoubleType)
            .add("low_95", DataTypes.DoubleType)
            .add("high_95", DataTypes.DoubleType)
            .add("total_deviation", DataTypes.DoubleType)
            .add("method", DataTypes.StringType, false)
            .add("interval_method", DataTypes.StringType, false)
            .add("fallback", DataTypes.StringType, false)
            .add("description", DataTypes.StringType, false)
            .add("windows", DataTypes.IntegerType, false)
            .add("wape", DataTypes.DoubleType)
            .add("naive_wape", DataTypes.DoubleType)
            .add("mase", DataTypes.DoubleType)
            .add("rmsse", DataTypes.DoubleType)
            .add("coverage_80", DataTypes.DoubleType)
            .add("coverage_95", DataTypes.DoubleType);

    /** Forecasts each series from its own end, however long its holes. */
    public SeriesForecaster(ForecastSpec spec, Holes holes) {
        this(spec, holes, Integer.MAX_VALUE, null);
    }

    /**
     * The table with one row a series, its periods in order: series_id, and points, an array of period and value.
     *
     * @param table columns series_id, period, value, one row a series and period
     */
    public static Dataset<Row> grouped(Dataset<Row> table) {
        return grouped(table, struct(col(PERIOD).cast("long"), col(VALUE).cast("double")));
    }

    private static Dataset<Row> grouped(Dataset<Row> table, Column point) {
        return table.groupBy(col(SERIES)).agg(sort_array(collect_list(point)).alias("points"));
    }

    /**
     * Forecasts all series.
     *
     * @param table columns series_id, period, value and perhaps censored, one row a series and period; rows without a value count as
     *     missing
     * @return rows of {@link #SCHEMA}
     */
    public Dataset<Row> forecast(Dataset<Row> table) {
        SeriesFilling filling = filling();
        FlatMapFunction<Row, Row> each = series -> filling.filled(series)
                .map(filled -> rows(filled, Beforehand.NOTHING))
                .orElse(Collections.emptyIterator());
        return points(table).flatMap(each, Encoders.row(SCHEMA));
    }

    /**
     * One row a series of such a table, without holes: what is found out of all series together is found out of these. Worked out, for
     * they are read again.
     *
     * @return columns series_id, last_period, after_a_hole (whether what lay before one was left out) and values, oldest first
     */
    public Dataset<Row> filled(Dataset<Row> table) {
        SeriesFilling filling = filling();
        FlatMapFunction<Row, Row> each =
                series -> filling.filled(series).map(FilledSeries::row).stream().iterator();
        return points(table).flatMap(each, Encoders.row(FilledSeries.SCHEMA)).localCheckpoint();
    }

    /**
     * Forecasts all series with what was found out of them together.
     *
     * @param filled rows of {@link #filled}
     * @param beforehand goes to each executor once
     * @return rows of {@link #SCHEMA}
     */
    public Dataset<Row> forecast(Dataset<Row> filled, Beforehand beforehand) {
        Broadcast<Beforehand> known = JavaSparkContext.fromSparkContext(
                        filled.sparkSession().sparkContext())
                .broadcast(beforehand);
        FlatMapFunction<Row, Row> each = series -> rows(FilledSeries.of(series), known.value());
        return filled.flatMap(each, Encoders.row(SCHEMA));
    }

    private SeriesFilling filling() {
        return new SeriesFilling(holes, longestHole, until, spec.plan().period());
    }

    /** One row a series: its name, and its points in their order. */
    private static Dataset<Row> points(Dataset<Row> table) {
        boolean tells = List.of(table.columns()).contains(CENSORED);
        Column censored = coalesce(tells ? col(CENSORED) : lit(false), lit(false));
        Column given = col(PERIOD).isNotNull().and(col(VALUE).isNotNull().or(censored));
        Column point = struct(col(PERIOD).cast("long"), col(VALUE).cast("double"), censored);
        // Left alone, Spark makes one part of a small table; but it is not bytes that take time here.
        int parts = PARTS_A_CORE * table.sparkSession().sparkContext().defaultParallelism();
        return grouped(table.filter(given).repartition(parts, col(SERIES)), point);
    }

    private Iterator<Row> rows(FilledSeries series, Beforehand beforehand) {
        List<Foretold> foretold = beforehand.methods().getOrDefault(series.name(), List.of());
        ChosenForecast alone = spec.procedure(foretold).forecast(series.values());
        LikeForecast like = beforehand.likes().get(series.name());
        ChosenForecast forecast =
                like == null || alone.choice().isPresent() ? alone : like.chosen(alone.fallback(), spec.demand());
        Fallback usual = series.afterAHole() ? Fallback.AFTER_A_HOLE : beforehand.fallback();
        return rows(
                series.name(),
                series.last(),
                forecast,
                forecast.fallback() == Fallback.NONE ? usual : forecast.fallback());
    }

    private static Iterator<Row> rows(String series, long last, ChosenForecast forecast, Fallback fallback) {
        List<Row> rows = new ArrayList<>();
        for (int h = 0; h < forecast.mean().length; h++) {
            List<Object> row = new ArrayList<>(List.of(series, last, last + 1 + h, forecast.mean()[h]));
            for (PredictionInterval interval : forecast.intervals()) {
                row.add(known(interval.low()[h]));
                row.add(known(interval.high()[h]));
            }
            row.add(known(forecast.totalDeviation()[h]));
            row.addAll(List.of(forecast.method(), forecast.intervalRule(), fallback.label(), forecast.description()));
            row.addAll(backtested(forecast));
            rows.add(RowFactory.create(row.toArray()));
        }
        return rows.iterator();
    }

    private static List<Object> backtested(ChosenForecast forecast) {
        List<Object> figures = new ArrayList<>();
        figures.add(forecast.choice()
                .map(choice -> choice.backtest().windows().size())
                .orElse(0));
        for (ErrorMeasure measure : ErrorMeasure.values()) {
            figures.add(forecast.choice()
                    .map(choice -> known(choice.backtest().error(measure)))
                    .orElse(null));
            if (measure == ErrorMeasure.WAPE) {
                figures.add(forecast.choice()
                        .flatMap(choice -> choice.tried(MethodName.SEASONAL_NAIVE.label()))
                        .map(naive -> known(naive.error(measure)))
                        .orElse(null));
            }
        }
        figures.add(forecast.coverage().map(found -> known(found.coverage80())).orElse(null));
        figures.add(forecast.coverage().map(found -> known(found.coverage95())).orElse(null));
        return figures;
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
