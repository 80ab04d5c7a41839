package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;

import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.tables.silver.SeriesObservation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The series of a lake, as engines take them. */
final class ObservedPanel {

    private static final int SECONDS_AN_HOUR = 3600;

    private ObservedPanel() {}

    /** Daily series with product and location as attributes; a period is a day since 1970-01-01. */
    static List<PanelSeries> daily(EvaluationLake lake) {
        return of(lake.read(SeriesObservation.SPEC), unix_date(SeriesObservation.OBSERVED_DATE.col()));
    }

    /** Hourly series; a period is an hour since 1970-01-01T00. */
    static List<PanelSeries> hourly(EvaluationLake lake) {
        return of(
                lake.read(SeriesObservation.SPEC),
                unix_seconds(SeriesObservation.OBSERVED_TS.col()).divide(SECONDS_AN_HOUR));
    }

    private static List<PanelSeries> of(Dataset<Row> observations, Column period) {
        Dataset<Row> attributes = observations
                .groupBy(SeriesObservation.SERIES_ID.col().alias(SeriesForecaster.SERIES))
                .agg(first(array(
                                coalesce(SeriesObservation.PRODUCT_ID.col(), lit("")),
                                coalesce(SeriesObservation.LOCATION_ID.col(), lit(""))))
                        .alias("attributes"));
        Dataset<Row> points = SeriesForecaster.grouped(observations.select(
                SeriesObservation.SERIES_ID.col().alias(SeriesForecaster.SERIES),
                period.alias(SeriesForecaster.PERIOD),
                SeriesObservation.OBSERVED_VALUE.col().alias(SeriesForecaster.VALUE)));
        return points
                .join(attributes, SeriesForecaster.SERIES)
                .orderBy(SeriesForecaster.SERIES)
                .collectAsList()
                .stream()
                .map(ObservedPanel::series)
                .toList();
    }

    private static PanelSeries series(Row row) {
        List<Row> points = row.getList(1);
        long[] periods = points.stream().mapToLong(point -> point.getLong(0)).toArray();
        double[] values =
                points.stream().mapToDouble(point -> point.getDouble(1)).toArray();
        return new PanelSeries(row.getString(0), row.getList(2), periods[0], Holes.ZERO.fill(periods, values));
    }
}
