package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;

import dev.millrace.tables.silver.SeriesObservation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Units sold of every item in every store, day by day.
 *
 * @param first the day of each series' first value
 * @param units of each day, series by series
 */
record StoreItemSeries(LocalDate first, List<double[]> units) {

    private static final String BY_DAY =
            "transform(sort_array(collect_list(struct(observed_date, observed_value))), day -> day.observed_value)";

    static StoreItemSeries of(Dataset<Row> observations) {
        List<Row> rows = observations
                .groupBy(SeriesObservation.SERIES_ID.col())
                .agg(
                        min(SeriesObservation.OBSERVED_DATE.col())
                                .cast("string")
                                .alias("first"),
                        expr(BY_DAY).alias("units"))
                .orderBy(col("series_id"))
                .collectAsList();
        LocalDate first = LocalDate.parse(rows.get(0).getString(1));
        List<double[]> units = rows.stream()
                .map(row -> row.<Double>getList(2).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        return new StoreItemSeries(first, units);
    }

    /** Where a year begins in each series. */
    int dayOf(int year) {
        return (int) ChronoUnit.DAYS.between(first, LocalDate.of(year, 1, 1));
    }

    /** The series up to the end of a year. */
    List<double[]> until(int year) {
        int days = dayOf(year + 1);
        return units.stream().map(all -> Arrays.copyOf(all, days)).toList();
    }
}
