package dev.millrace.simulate;

import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.sql.Column;

/** Times of a day, UTC. */
final class Moments {

    static final int HOUR = 3_600;

    private static final long DAY = 86_400L;

    private Moments() {}

    /** The TIMESTAMP so many seconds into a DATE. */
    static Column at(Column day, Column seconds) {
        return timestamp_seconds(unix_date(day).multiply(DAY).plus(seconds));
    }

    /** Seconds into the day at which a shop is busy: between 6 and 23 o'clock, most in the middle. */
    static Column busy(Draws draws, String purpose, Column... keys) {
        Column earlier = draws.below(17 * HOUR / 2, purpose + "/first", keys);
        Column later = draws.below(17 * HOUR / 2, purpose + "/second", keys);
        return earlier.plus(later).plus(6 * HOUR);
    }
}
