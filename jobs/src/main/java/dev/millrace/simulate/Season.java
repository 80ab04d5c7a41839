package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.dayofyear;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.weekday;

import java.util.List;
import org.apache.spark.sql.Column;

/** The planted seasons: factors on the order rate, each about 1 on average. */
final class Season {

    /** Monday to Sunday. */
    static final List<Double> WEEK = List.of(0.92, 0.88, 0.92, 1.00, 1.16, 1.22, 0.90);

    /** The year's swing to either side of 1. */
    static final double YEAR_AMPLITUDE = 0.2;

    /** Day of the year with the highest demand: the beginning of December. */
    static final int YEAR_PEAK = 335;

    private Season() {}

    static Column weekly(Column day) {
        return element_at(
                array(WEEK.stream().map(f -> lit(f)).toArray(Column[]::new)),
                weekday(day).plus(1));
    }

    static Column yearly(Column day) {
        Column phase = dayofyear(day).minus(YEAR_PEAK).multiply(2 * Math.PI / 365.25);
        return lit(1.0).plus(cos(phase).multiply(YEAR_AMPLITUDE));
    }

    static Column factor(Column day) {
        return weekly(day).multiply(yearly(day));
    }
}
