package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.SparkExtension;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SeriesForecasterIT {

    private static final StructType TABLE = new StructType()
            .add(SeriesForecaster.SERIES, DataTypes.StringType)
            .add(SeriesForecaster.PERIOD, DataTypes.LongType)
            .add(SeriesForecaster.VALUE, DataTypes.DoubleType);

    @Test
    void eachSeriesIsForecastByItself(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        for (long day = 0; day < 60; day++) {
            // Told in reverse: no order is promised.
            long period = 100 - day;
            rows.add(RowFactory.create("line", period, 2.0 * period));
            if (period % 2 == 0) {
                rows.add(RowFactory.create("every other day", period, 4.0));
            }
        }
        rows.add(RowFactory.create("one", 7L, 3.0));
        rows.add(RowFactory.create("one", 8L, null));
        ForecastSpec spec = new ForecastSpec(
                List.of(MethodName.MEAN, MethodName.DRIFT), new BacktestPlan(3, 5, 5, 1), ErrorMeasure.MASE, true);

        List<Row> forecasts = new SeriesForecaster(spec, Holes.ZERO)
                .forecast(session.createDataFrame(rows, TABLE))
                .orderBy(SeriesForecaster.SERIES, SeriesForecaster.PERIOD)
                .collectAsList();

        assertEquals(15, forecasts.size());
        Row filled = forecasts.get(0);
        assertEquals(2, filled.<Double>getAs("mean"), 0.1);
        Row line = forecasts.get(9);
        assertEquals(105L, line.<Long>getAs("period"));
        assertEquals(210, line.<Double>getAs("mean"), 1e-6);
        assertEquals("drift", line.getAs("method"));
        assertEquals(3, line.<Integer>getAs("windows"));
        Row one = forecasts.get(10);
        assertEquals("one_value", one.getAs("fallback"));
        assertTrue(one.isNullAt(one.fieldIndex("low_80")));
    }

    @Test
    void evenASmallTableIsForecastOnAllCores(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        for (int series = 0; series < 40; series++) {
            rows.add(RowFactory.create("series " + series, 1L, 1.0));
        }
        ForecastSpec spec =
                new ForecastSpec(List.of(MethodName.MEAN), new BacktestPlan(1, 1, 1, 1), ErrorMeasure.MASE, true);

        int parts = new SeriesForecaster(spec, Holes.ZERO)
                .forecast(session.createDataFrame(rows, TABLE))
                .rdd()
                .getNumPartitions();

        assertTrue(parts > session.sparkContext().defaultParallelism(), parts + " parts");
    }
}
