package dev.millrace.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.lifetime.PurchaseHistories;
import dev.millrace.tables.silver.OrderLine;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The customers of CDNOW as Fader, Hardie and Lee (2005) count them: a purchase is a day with any line of the original list, given
 * away or paid; a customer is observed from the first to 30 September 1997, and then judged for 39 weeks. Times are in weeks.
 *
 * @param histories one history a customer, of the first 39 weeks
 * @param holdout purchases of the 39 weeks after, customer by customer
 */
record CdnowCustomers(PurchaseHistories histories, double[] holdout) {

    static final double HOLDOUT_WEEKS = 39;

    private static final double DAYS_A_WEEK = 7;
    private static final LocalDate LAST_OBSERVED = LocalDate.of(1997, 9, 30);
    private static final LocalDate LAST_JUDGED = LocalDate.of(1998, 6, 30);

    static CdnowCustomers of(Dataset<Row> orderLines) {
        Column day = OrderLine.ORDER_DATE.col();
        Column observed = when(day.leq(lit(LAST_OBSERVED)), day);
        Column judged = when(day.gt(lit(LAST_OBSERVED)).and(day.leq(lit(LAST_JUDGED))), day);
        List<Row> rows = orderLines
                .groupBy(OrderLine.CUSTOMER_ID.col())
                .agg(
                        count_distinct(observed).minus(1).cast("double").alias("x"),
                        datediff(max(observed), min(observed)).cast("double").alias("recency"),
                        datediff(lit(LAST_OBSERVED), min(observed))
                                .cast("double")
                                .alias("age"),
                        count_distinct(judged).cast("double").alias("holdout"))
                .orderBy(col("customer_id"))
                .collectAsList();
        return of(rows);
    }

    private static CdnowCustomers of(List<Row> rows) {
        int size = rows.size();
        PurchaseHistories histories =
                new PurchaseHistories(new double[size], new double[size], new double[size], new double[size]);
        double[] holdout = new double[size];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            histories.x()[i] = row.getDouble(1);
            histories.recency()[i] = row.getDouble(2) / DAYS_A_WEEK;
            histories.age()[i] = row.getDouble(3) / DAYS_A_WEEK;
            histories.customers()[i] = 1;
            holdout[i] = row.getDouble(4);
        }
        return new CdnowCustomers(histories, holdout);
    }

    int size() {
        return holdout.length;
    }

    /** The customers of the given numbers, some of them several times. */
    CdnowCustomers sample(int[] chosen) {
        int size = chosen.length;
        PurchaseHistories some =
                new PurchaseHistories(new double[size], new double[size], new double[size], new double[size]);
        double[] later = new double[size];
        for (int i = 0; i < size; i++) {
            some.x()[i] = histories.x()[chosen[i]];
            some.recency()[i] = histories.recency()[chosen[i]];
            some.age()[i] = histories.age()[chosen[i]];
            some.customers()[i] = 1;
            later[i] = holdout[chosen[i]];
        }
        return new CdnowCustomers(some, later);
    }
}
