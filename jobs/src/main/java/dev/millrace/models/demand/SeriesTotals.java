package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.market.SignalFinder;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What all series of a table had together: a value a day, which is as little as the days that are looked back at.
 *
 * @param first day of the first value, as days since 1970-01-01
 * @param values to the newest day
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
record SeriesTotals(long first, double[] values) {

    /** Adds up columns period and value of the days before a date. */
    static SeriesTotals of(Dataset<Row> items, LocalDate asOf) {
        List<Row> days = items.groupBy(col(SignalFinder.PERIOD))
                .agg(sum(SignalFinder.VALUE))
                .orderBy(SignalFinder.PERIOD)
                .collectAsList();
        long last = SeriesTable.period(asOf) - 1;
        long first = days.isEmpty() ? last : days.get(0).getLong(0);
        double[] values = new double[Math.toIntExact(last - first + 1)];
        for (Row day : days) {
            values[Math.toIntExact(day.getLong(0) - first)] = day.getDouble(1);
        }
        return new SeriesTotals(first, values);
    }
}
