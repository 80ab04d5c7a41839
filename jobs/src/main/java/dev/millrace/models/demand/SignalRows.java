package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.market.SeriesSignals;
import dev.millrace.table.Field;
import dev.millrace.tables.gold.MarketSignal;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Makes rows of gold/market_signal of what was found: of growth and decline only what stands with regard to how many series were looked
 * at, of what is new only what has half as much a day as the average series, ranked by what is at stake, and said in words.
 *
 * @param forecast whose series they are
 * @param asOf day before which everything lies
 */
record SignalRows(String forecast, LocalDate asOf) {

    /** Of the growth and decline that is published, this share at the most is expected to be chance. */
    private static final double FALSE_DISCOVERIES = 0.05;

    private static final String WORDS =
            """
            CASE kind
              WHEN 'emerging' THEN format_string(
                'first seen on %s; %,.0f in the newest 28 days, %.1f %% of all', day, value_now, 100 * share)
              WHEN 'anomaly' THEN format_string(
                '%,.0f on %s where %,.0f were expected: %.0f deviations %s', value_now, day, value_expected, abs(strength),
                if(strength > 0, 'more', 'less'))
              WHEN 'turning_point' THEN if(abs(jump) > 0,
                format_string('since %s a week has %,.0f %s', day, abs(jump), if(jump > 0, 'more', 'less')),
                format_string('until %s a week had %+,.1f on the one before, since then %+,.1f', day, value_before, value_now))
              ELSE format_string(
                '%,.0f in the 28 days since %s, after %,.0f in the 28 before; with all series together %,.0f were expected: %+.0f %% (%+.0f to %+.0f)',
                value_now, day, value_before, value_expected, 100 * change, 100 * change_low, 100 * change_high)
            END""";

    /**
     * The rows.
     *
     * @param found as {@link dev.millrace.engines.market.SignalFinder} finds them
     * @param active how many series each level has: columns level and active
     */
    Dataset<Row> of(Dataset<Row> found, Dataset<Row> active) {
        Dataset<Row> judged =
                withFalseDiscoveries(found.withColumn("since", since())).join(broadcast(active), "level");
        Dataset<Row> worthIt = judged.filter(coalesce(col("q_value"), lit(0)).leq(FALSE_DISCOVERIES))
                .filter(col("kind").notEqual("emerging").or(isNotable()));
        Dataset<Row> told = worthIt.withColumn("forecast", lit(forecast))
                .withColumn("as_of_date", lit(Date.valueOf(asOf)))
                .withColumn("change", ofGrowth(col("value_now").divide(col("value_expected"))))
                .withColumn("change_low", ofGrowth(col("ratio_low")))
                .withColumn("change_high", ofGrowth(col("ratio_high")))
                .withColumn("share", share())
                .withColumn("rank", rank());
        return told.withColumn("day", col("since").cast("string"))
                .withColumn("evidence", expr(WORDS))
                .select(MarketSignal.SPEC.fields().stream().map(Field::col).toArray(Column[]::new));
    }

    /** Source: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995). */
    private static Dataset<Row> withFalseDiscoveries(Dataset<Row> found) {
        Column[] likelyLast = {col("p_value").asc_nulls_last(), col("series_id"), col("kind"), col("since")};
        WindowSpec level = Window.partitionBy("level");
        WindowSpec downwards = level.orderBy(col("place").desc()).rowsBetween(Window.unboundedPreceding(), 0);
        return found.withColumn("place", row_number().over(level.orderBy(likelyLast)))
                .withColumn("tested", count("p_value").over(level))
                .withColumn(
                        "share_of_chance",
                        col("p_value").multiply(col("tested")).divide(col("place")))
                .withColumn(
                        "q_value",
                        when(
                                col("p_value").isNotNull(),
                                least(lit(1.0), min("share_of_chance").over(downwards))));
    }

    private Column since() {
        Column day = date_from_unix_date(col("since").cast("int"));
        return least(day, date_sub(lit(Date.valueOf(asOf)), 1));
    }

    /** Half of what the average series has, in as many days as it is there. */
    private Column isNotable() {
        Column days = least(lit(SeriesSignals.WINDOW), datediff(lit(Date.valueOf(asOf)), col("since")));
        Column average = col("market_now").divide(col("active"));
        return col("value_now").divide(days).geq(average.divide(2 * SeriesSignals.WINDOW));
    }

    private static Column ofGrowth(Column ratio) {
        return when(col("kind").isin("growth", "decline"), ratio.minus(1));
    }

    private static Column share() {
        return when(
                col("kind")
                        .isin("growth", "decline", "emerging")
                        .and(col("market_now").gt(0)),
                col("value_now").divide(col("market_now")));
    }

    /** By the units or money that make the difference. */
    private static Column rank() {
        Column atStake = abs(when(col("kind").equalTo("emerging"), col("value_now"))
                .when(
                        col("kind").equalTo("turning_point"),
                        when(abs(col("jump")).gt(0), col("jump"))
                                .otherwise(col("value_now").minus(col("value_before"))))
                .otherwise(col("value_now").minus(col("value_expected"))));
        return row_number()
                .over(Window.partitionBy("level", "kind").orderBy(atStake.desc(), col("series_id"), col("since")));
    }
}
