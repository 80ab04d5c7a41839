package dev.millrace.engines.market;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.engines.forecast.Holes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
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
 * @param first day of the market's first value, as days since 1970-01-01
 * @param market what all series had together, a value a day, up to the last day that is looked at
 */
@SuppressWarnings("ArrayRecordComponent") // goes to every task as it is: a copy would guard nothing
public record SignalFinder(SeriesSignals signals, Holes holes, long first, double[] market) implements Serializable {

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
     * @return rows of {@link #SCHEMA}
     */
    public Dataset<Row> find(Dataset<Row> table) {
        int parts = PARTS_A_CORE * table.sparkSession().sparkContext().defaultParallelism();
        FlatMapFunction<Row, Row> each = this::rows;
        return table.repartition(parts, col(LEVEL), col(SERIES))
                .groupBy(col(LEVEL), col(SERIES))
                .agg(sort_array(collect_list(
                                struct(col(PERIOD).cast("long"), col(VALUE).cast("double"))))
                        .alias("points"))
                .flatMap(each, Encoders.row(SCHEMA));
    }

    private Iterator<Row> rows(Row series) {
        List<Row> points = series.getList(2);
        long start = points.get(0).getLong(0);
        double[] values = values(points);
        double[] same = Arrays.copyOfRange(market, Math.toIntExact(start - first), market.length);
        double now = Arrays.stream(market, Math.max(0, market.length - SeriesSignals.WINDOW), market.length)
                .sum();
        List<Row> rows = new ArrayList<>();
        for (MarketSignal signal : signals.of(values, same, market.length)) {
            rows.add(RowFactory.create(
                    series.getString(0),
                    series.getString(1),
                    signal.kind().label(),
                    start + signal.at(),
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

    /** One value a day, to the market's last. */
    private double[] values(List<Row> points) {
        long last = first + market.length - 1;
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
            told[known] = holes == Holes.ZERO ? 0 : told[known - 1];
        }
        return holes.fill(periods, told);
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
