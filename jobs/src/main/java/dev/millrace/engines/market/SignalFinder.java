package dev.millrace.engines.market;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.forecast.Holes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Finds the signals of each series of a long table: grouped in one shuffle, each group then looked at in the executor that has it. Rows pass
 * through Java here, against the habit of the house, because no built-in function of Spark finds turning points.
 *
 * @param signals what is looked for
 * @param holes what stands for days without a row
 * @param last day that is looked at, as days since 1970-01-01
 */
public record SignalFinder(SeriesSignals signals, Holes holes, long last) implements Serializable {

    /** Name of the level of a series, a string. */
    public static final String LEVEL = "level";

    /** Name of the series, a string. */
    public static final String SERIES = "series_id";

    /** Days since 1970-01-01, a long. */
    public static final String PERIOD = "period";

    /** The value of the day, a double. */
    public static final String VALUE = "value";

    /**
     * What {@link #find} returns: one row a signal. Figures are null of which a kind has nothing to say; see {@link MarketSignal}.
     */
    public static final StructType SCHEMA = new StructType()
            .add(LEVEL, DataTypes.StringType, false)
            .add(SERIES, DataTypes.StringType, false)
            .add("kind", DataTypes.StringType, false)
            .add("since", DataTypes.LongType, false)
            .add("value_before", DataTypes.DoubleType)
            .add("value_now", DataTypes.DoubleType)
            .add("value_expected", DataTypes.DoubleType)
            .add("ratio_low", DataTypes.DoubleType)
            .add("ratio_high", DataTypes.DoubleType)
            .add("jump", DataTypes.DoubleType)
            .add("p_value", DataTypes.DoubleType)
            .add("strength", DataTypes.DoubleType)
            .add("market_now", DataTypes.DoubleType, false);

    private static final int PARTS_A_CORE = 4;

    /**
     * Finds the signals of all series.
     *
     * @param table columns level, series_id, period and value, one row a level, series and day
     * @param items the rows of one level, which together are the market
     * @return rows of {@link #SCHEMA}
     */
    public Dataset<Row> find(Dataset<Row> table, Dataset<Row> items) {
        int parts = PARTS_A_CORE * table.sparkSession().sparkContext().defaultParallelism();
        FlatMapFunction<Row, Row> each = this::rows;
        Dataset<Row> market =
                items.groupBy(col(PERIOD)).agg(sum(VALUE).alias(VALUE)).agg(points().alias("market"));
        return table.repartition(parts, col(LEVEL), col(SERIES))
                .groupBy(col(LEVEL), col(SERIES))
                .agg(points().alias("points"))
                .crossJoin(broadcast(market))
                .flatMap(each, Encoders.row(SCHEMA));
    }

    private static Column points() {
        return sort_array(
                collect_list(struct(col(PERIOD).cast("long"), col(VALUE).cast("double"))));
    }

    private Iterator<Row> rows(Row series) {
        double[] market = values(series.getList(3), Holes.ZERO);
        double[] values = values(series.getList(2), holes);
        double[] same = Arrays.copyOfRange(market, market.length - values.length, market.length);
        double now = Arrays.stream(market, Math.max(0, market.length - SeriesSignals.WINDOW), market.length)
                .sum();
        List<Row> rows = new ArrayList<>();
        for (MarketSignal signal : signals.of(values, same, market.length)) {
            rows.add(RowFactory.create(
                    series.getString(0),
                    series.getString(1),
                    signal.kind().label(),
                    last + 1 - values.length + signal.at(),
                    known(signal.before()),
                    known(signal.now()),
                    known(signal.expected()),
                    known(signal.low()),
                    known(signal.high()),
                    known(signal.jump()),
                    known(signal.probability()),
                    known(signal.strength()),
                    now));
        }
        return rows.iterator();
    }

    /** One value a day, from the first that is known to the last that is looked at. */
    private double[] values(List<Row> points, Holes between) {
        int known = points.size();
        boolean ends = points.get(known - 1).getLong(0) == last;
        long[] periods = new long[known + (ends ? 0 : 1)];
        double[] told = new double[periods.length];
        for (int i = 0; i < known; i++) {
            periods[i] = points.get(i).getLong(0);
            told[i] = points.get(i).getDouble(1);
        }
        if (!ends) {
            periods[known] = last;
            told[known] = between == Holes.ZERO ? 0 : told[known - 1];
        }
        return between.fill(periods, told);
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
