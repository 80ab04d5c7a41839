package dev.millrace.engines.forecast;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
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
        boolean tells = List.of(table.columns()).contains(CENSORED);
        Column censored = coalesce(tells ? col(CENSORED) : lit(false), lit(false));
        Column given = col(PERIOD).isNotNull().and(col(VALUE).isNotNull().or(censored));
        Column point = struct(col(PERIOD).cast("long"), col(VALUE).cast("double"), censored);
        // Left alone, Spark makes one part of a small table; but it is not bytes that take time here.
        int parts = PARTS_A_CORE * table.sparkSession().sparkContext().defaultParallelism();
        FlatMapFunction<Row, Row> each = this::rows;
        return grouped(table.filter(given).repartition(parts, col(SERIES)), point)
                .flatMap(each, Encoders.row(SCHEMA));
    }

    private Iterator<Row> rows(Row series) {
        List<Row> points = fromTheFirstValue(series.getList(1));
        if (points.isEmpty()) {
            return Collections.emptyIterator();
        }
        int first = afterTheHole(points);
        List<Row> looked = points.subList(first, points.size());
        long last = looked.get(looked.size() - 1).getLong(0);
        ChosenForecast forecast = spec.procedure().forecast(values(looked));
        Fallback fallback =
                first > 0 && forecast.fallback() == Fallback.NONE ? Fallback.AFTER_A_HOLE : forecast.fallback();
        return rows(series.getString(0), until == null ? last : Math.max(last, until), forecast, fallback);
    }

    /** That there was too little of what was never sold before tells nothing. */
    private static List<Row> fromTheFirstValue(List<Row> points) {
        int first = 0;
        while (first < points.size() && points.get(first).isNullAt(1)) {
            first++;
        }
        return points.subList(first, points.size());
    }

    /** One value a period, up to the last of all series. */
    private double[] values(List<Row> points) {
        int count = points.size();
        long[] periods = new long[count];
        double[] told = new double[count];
        boolean[] censored = new boolean[count];
        for (int i = 0; i < count; i++) {
            Row point = points.get(i);
            periods[i] = point.getLong(0);
            told[i] = point.isNullAt(1) ? Double.NaN : point.getDouble(1);
            censored[i] = point.getBoolean(2);
        }
        double[] known = CensoredValues.known(told, censored);
        if (until != null && periods[count - 1] < until) {
            periods = Arrays.copyOf(periods, count + 1);
            known = Arrays.copyOf(known, count + 1);
            told = Arrays.copyOf(told, count + 1);
            periods[count] = until;
            known[count] = holes.after(known[count - 1]);
            told[count] = Double.NaN;
        }
        double[] least = new double[Math.toIntExact(periods[periods.length - 1] - periods[0] + 1)];
        Arrays.fill(least, Double.NaN);
        for (int i = 0; i < periods.length; i++) {
            least[(int) (periods[i] - periods[0])] = told[i];
        }
        return CensoredValues.estimate(
                holes.fill(periods, known), least, spec.plan().period());
    }

    /** The place of the first point after the last hole that is too long. */
    private int afterTheHole(List<Row> points) {
        for (int i = points.size() - 1; i > 0 && holes != Holes.ZERO; i--) {
            if (points.get(i).getLong(0) - points.get(i - 1).getLong(0) - 1 > longestHole) {
                return i;
            }
        }
        return 0;
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
