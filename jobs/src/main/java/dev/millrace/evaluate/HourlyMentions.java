package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.tables.silver.SeriesObservation;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many tweets mentioned a brand, hour by hour up to the end of its last whole day.
 *
 * @param brand the brand
 * @param counts tweets of each hour, the oldest first, none missing
 */
@SuppressWarnings("ArrayRecordComponent") // read often: copies would cost more than they guard
record HourlyMentions(String brand, double[] counts) {

    private static final int COUNTS_AN_HOUR = 12;
    private static final int HOURS_A_DAY = 24;

    /** All brands' hours; the first and the last of each are left out where counts of them are missing. */
    static List<HourlyMentions> of(Dataset<Row> observations) {
        return observations
                .groupBy(
                        SeriesObservation.SERIES_ID.col(),
                        date_trunc("hour", SeriesObservation.OBSERVED_TS.col()).alias("hour"))
                .agg(
                        sum(SeriesObservation.OBSERVED_VALUE.col()).alias("tweets"),
                        count(lit(1)).alias("counts"))
                .filter(col("counts").equalTo(COUNTS_AN_HOUR))
                .groupBy(SeriesObservation.SERIES_ID.col())
                .agg(array_sort(collect_list(struct("hour", "tweets"))).alias("hours"))
                .orderBy(SeriesObservation.SERIES_ID.col())
                .collectAsList()
                .stream()
                .map(row -> of(row.getString(0), row.getList(1)))
                .toList();
    }

    private static HourlyMentions of(String brand, List<Row> hours) {
        Instant first = hours.get(0).<Timestamp>getAs(0).toInstant();
        Instant last = hours.get(hours.size() - 1).<Timestamp>getAs(0).toInstant();
        if (Duration.between(first, last).toHours() != hours.size() - 1) {
            throw new IllegalStateException(
                    "Hours of " + brand + " are missing between " + first + " and " + last + ".");
        }
        long afterMidnight = Duration.ofSeconds(last.getEpochSecond()).toHours() % HOURS_A_DAY + 1;
        int whole = hours.size() - (int) (afterMidnight % HOURS_A_DAY);
        double[] counts = hours.stream().mapToDouble(hour -> hour.getDouble(1)).toArray();
        return new HourlyMentions(brand, Arrays.copyOf(counts, whole));
    }
}
