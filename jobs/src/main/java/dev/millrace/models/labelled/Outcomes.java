package dev.millrace.models.labelled;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerSnapshot;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What customers did within a time after the date of a snapshot: the columns {@code orders_next}, {@code units_next},
 * {@code gross_sales_next}, {@code returns_next} and {@code net_sales_next}. They are what labels are made of, and nothing
 * else is.
 */
final class Outcomes {

    private static final List<String> SUMS = List.of("orders", "units", "gross_sales", "returns", "net_sales");

    private final int horizonDays;

    Outcomes(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    /** The snapshots of dates whose time was over when the newest snapshot was taken: what happens later cannot change them. */
    Dataset<Row> closed(Dataset<Row> snapshots) {
        Dataset<Row> newest = snapshots.agg(max(asOf()).alias("_newest"));
        return snapshots
                .join(broadcast(newest), date_add(asOf(), horizonDays).leq(col("_newest")))
                .drop("_newest");
    }

    /**
     * Rows of snapshots with what each customer did; nothing is zero.
     *
     * @param snapshots rows with {@code customer_id} and {@code as_of_date}
     * @param days rows of {@link CustomerDay}
     */
    Dataset<Row> of(Dataset<Row> snapshots, Dataset<Row> days) {
        Dataset<Row> dates = snapshots.select(asOf()).distinct();
        Column within = CustomerDay.ORDER_DATE
                .col()
                .geq(asOf())
                .and(CustomerDay.ORDER_DATE.col().lt(date_add(asOf(), horizonDays)));
        Column[] sums =
                SUMS.stream().map(name -> sum(name).alias(name + "_next")).toArray(Column[]::new);
        Dataset<Row> done = days.join(broadcast(dates), within)
                .groupBy(CustomerSnapshot.CUSTOMER_ID.name(), CustomerSnapshot.AS_OF_DATE.name())
                .agg(sums[0], List.of(sums).subList(1, sums.length).toArray(new Column[0]));
        Dataset<Row> rows = snapshots.join(
                done, new String[] {CustomerSnapshot.CUSTOMER_ID.name(), CustomerSnapshot.AS_OF_DATE.name()}, "left");
        for (String name : SUMS) {
            rows = rows.withColumn(name + "_next", coalesce(col(name + "_next"), lit(0)));
        }
        return rows;
    }

    private static Column asOf() {
        return CustomerSnapshot.AS_OF_DATE.col();
    }
}
