package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.engines.forecast.Hierarchy;
import dev.millrace.engines.forecast.Hierarchy.Level;
import dev.millrace.tables.silver.SeriesObservation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trips by quarter: regions in states, crossed with purposes.
 *
 * @param hierarchy total, states, regions, purposes, purposes in states, and at the bottom purposes in regions
 * @param bottom trips of a purpose in a region, one row each, oldest quarter first
 */
@SuppressWarnings("ArrayRecordComponent") // read often: copies would cost more than they guard
record TourismSeries(Hierarchy hierarchy, double[][] bottom) {

    static TourismSeries of(Dataset<Row> observations) {
        List<Row> rows = observations
                .groupBy(SeriesObservation.SERIES_ID.col())
                .agg(
                        attribute("state"),
                        attribute("region"),
                        attribute("purpose"),
                        array_sort(collect_list(struct(
                                        SeriesObservation.OBSERVED_TS.col(), SeriesObservation.OBSERVED_VALUE.col())))
                                .alias("values"))
                .orderBy(SeriesObservation.SERIES_ID.col())
                .collectAsList();
        double[][] bottom = rows.stream()
                .map(row -> row.<Row>getList(4).stream()
                        .mapToDouble(value -> value.getDouble(1))
                        .toArray())
                .toArray(double[][]::new);
        return new TourismSeries(hierarchy(rows), bottom);
    }

    private static Column attribute(String name) {
        return first(col("attributes").getItem(name)).alias(name);
    }

    private static Hierarchy hierarchy(List<Row> rows) {
        List<Level> levels = new ArrayList<>();
        levels.add(Level.total(rows.size()));
        levels.add(level("state", rows, 1));
        levels.add(level("region", rows, 1, 2));
        levels.add(level("purpose", rows, 3));
        levels.add(level("state_purpose", rows, 1, 3));
        return Hierarchy.of("region_purpose", level("bottom", rows, 0).groups(), levels);
    }

    private static Level level(String name, List<Row> rows, int... columns) {
        return new Level(
                name,
                rows.stream()
                        .map(row -> {
                            List<String> words = new ArrayList<>();
                            for (int column : columns) {
                                words.add(row.getString(column));
                            }
                            return String.join("/", words);
                        })
                        .toList());
    }
}
