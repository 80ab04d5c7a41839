package dev.millrace.bench;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ForecastSpec;
import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.job.SparkSessions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Forecasts daily series of three years, by ETS, theta or the seasonal naive method, whichever did best in three windows of four weeks:
 * {@code FOLDER COUNT…}, once for each number of series, from Parquet to Parquet. Every fifth series is one of rare sales; the others
 * have a level, a trend that may turn, a week and noise. All are drawn from fixed seeds, and stay in FOLDER for others to forecast.
 */
public final class ForecastMany {

    private static final int DAYS = 3 * 365;
    private static final int WEEK = 7;
    private static final int KINDS = 5;
    private static final int WARMING = 64;
    private static final long SEED = 20240229;
    private static final ForecastSpec SPEC = new ForecastSpec(
            List.of(MethodName.ETS, MethodName.THETA, MethodName.SEASONAL_NAIVE),
            new BacktestPlan(3, 28, 28, WEEK),
            ErrorMeasure.WAPE,
            true);
    private static final StructType LONG_TABLE = new StructType()
            .add(SeriesForecaster.SERIES, DataTypes.StringType)
            .add(SeriesForecaster.PERIOD, DataTypes.LongType)
            .add(SeriesForecaster.VALUE, DataTypes.DoubleType);

    private final SparkSession session;
    private final String folder;

    private ForecastMany(SparkSession session, String folder) {
        this.session = session;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        int[] counts =
                Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        try (SparkSession session = SparkSessions.open("forecast many")) {
            ForecastMany bench = new ForecastMany(session, arguments[0]);
            // Java is slow until it has compiled what runs often.
            bench.deliver(WARMING);
            bench.seconds(WARMING);
            double[] seconds = new double[counts.length];
            for (int i = 0; i < counts.length; i++) {
                bench.deliver(counts[i]);
                seconds[i] = bench.seconds(counts[i]);
                System.out.printf("Millrace, series a second of %d\t%.1f%n", counts[i], counts[i] / seconds[i]);
            }
            if (counts.length > 1) {
                System.out.printf(
                        "exponent of time, %d to %d series\t%.3f\t1.0%n",
                        counts[0], counts[counts.length - 1], exponent(counts, seconds));
            }
        }
    }

    private String path(int count) {
        return folder + "/series_" + count;
    }

    private void deliver(int count) {
        FlatMapFunction<Long, Row> days = ForecastMany::series;
        session.range(0, count, 1, 4)
                .as(Encoders.LONG())
                .flatMap(days, Encoders.row(LONG_TABLE))
                .write()
                .parquet(path(count));
    }

    private double seconds(int count) {
        long began = System.nanoTime();
        Dataset<Row> table = session.read().parquet(path(count));
        new SeriesForecaster(SPEC, Holes.ZERO).forecast(table).write().parquet(folder + "/forecast_" + count);
        return (System.nanoTime() - began) / 1e9;
    }

    private static Iterator<Row> series(long number) {
        Random chance = new Random(SEED + number);
        double[] values = number % KINDS == KINDS - 1 ? rare(chance) : usual(chance);
        List<Row> rows = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            rows.add(RowFactory.create("s" + number, (long) t, values[t]));
        }
        return rows.iterator();
    }

    private static double[] rare(Random chance) {
        double often = 0.05 + 0.35 * chance.nextDouble();
        double[] values = new double[DAYS];
        for (int t = 0; t < DAYS; t++) {
            values[t] = chance.nextDouble() < often ? 1 + Math.floor(-3 * Math.log(1 - chance.nextDouble())) : 0;
        }
        return values;
    }

    private static double[] usual(Random chance) {
        double level = Math.exp(3 + 2 * chance.nextDouble());
        double noise = level * (0.05 + 0.2 * chance.nextDouble());
        double[] week = chance.doubles(WEEK, -0.3, 0.3).toArray();
        double slope = level * 0.0004 * chance.nextGaussian();
        int turns = chance.nextInt(2 * DAYS);
        double[] values = new double[DAYS];
        double trend = level;
        for (int t = 0; t < DAYS; t++) {
            slope = t == turns ? -slope : slope;
            trend = Math.max(level / 4, trend + slope + 0.1 * noise * chance.nextGaussian());
            values[t] = Math.max(0, Math.rint(trend * (1 + week[t % WEEK]) + noise * chance.nextGaussian()));
        }
        return values;
    }

    /** The slope of the line by least squares through the logarithms of numbers and times. */
    private static double exponent(int[] counts, double... seconds) {
        double x = Arrays.stream(counts).mapToDouble(Math::log).average().orElseThrow();
        double y = Arrays.stream(seconds).map(Math::log).average().orElseThrow();
        double both = 0;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double away = Math.log(counts[i]) - x;
            both += away * (Math.log(seconds[i]) - y);
            squares += away * away;
        }
        return both / squares;
    }
}
