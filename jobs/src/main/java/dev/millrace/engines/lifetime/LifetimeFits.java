package dev.millrace.engines.lifetime;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits BG/NBD and gamma-gamma to customers of any number: Spark takes equal ones together, and only the distinct ones with their
 * counts reach the driver. The sums that Spark makes are of whole numbers and decimals, so that no order of adding shows in them.
 */
public final class LifetimeFits {

    /** The unit of time of models: weeks, as in the papers. */
    public static final double DAYS_A_UNIT = 7;

    /** Distinct histories beyond this are taken together, with their mean times, in cells of 2, 4, 8, … days: 32 bytes each. */
    private static final long MOST_HISTORIES = 1_000_000;

    private LifetimeFits() {}

    /**
     * BG/NBD from one row a customer with {@link LifetimeColumns#REPEAT_PURCHASES}, {@link LifetimeColumns#RECENCY_DAYS} and
     * {@link LifetimeColumns#AGE_DAYS}; in weeks.
     *
     * @throws NotConvergedException when the likelihood has no maximum that determines the parameters
     */
    public static BgNbdFit purchases(Dataset<Row> customers) {
        return BgNbdFit.of(histories(customers, MOST_HISTORIES));
    }

    static PurchaseHistories histories(Dataset<Row> customers, long most) {
        Dataset<Row> distinct = cells(customers, 1).persist();
        try {
            long width = 1;
            Dataset<Row> few = distinct;
            while (few.count() > most) {
                width *= 2;
                few = joined(distinct, width);
            }
            return histories(few.orderBy("x", "recency", "age", "customers").collectAsList());
        } finally {
            distinct.unpersist();
        }
    }

    private static Dataset<Row> cells(Dataset<Row> customers, long width) {
        return joined(
                customers.select(
                        col(LifetimeColumns.REPEAT_PURCHASES).alias("x"),
                        col(LifetimeColumns.RECENCY_DAYS).alias("recency"),
                        col(LifetimeColumns.AGE_DAYS).alias("age"),
                        lit(1L).alias("customers")),
                width);
    }

    private static Dataset<Row> joined(Dataset<Row> cells, long width) {
        Dataset<Row> sums = width == 1
                ? cells.groupBy("x", "recency", "age").agg(sum("customers").alias("customers"))
                : cells.groupBy(
                                col("x"),
                                floor(col("recency").divide(width)).alias("_recency"),
                                floor(col("age").divide(width)).alias("_age"))
                        .agg(
                                expr("sum(recency * customers) / sum(customers)")
                                        .alias("recency"),
                                expr("sum(age * customers) / sum(customers)").alias("age"),
                                sum("customers").alias("customers"));
        return sums.selectExpr("x", "CAST(recency AS DOUBLE) recency", "CAST(age AS DOUBLE) age", "customers");
    }

    private static PurchaseHistories histories(List<Row> rows) {
        int size = rows.size();
        PurchaseHistories histories =
                new PurchaseHistories(new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            histories.x()[i] = row.getLong(0);
            histories.recency()[i] = row.getDouble(1) / DAYS_A_UNIT;
            histories.age()[i] = row.getDouble(2) / DAYS_A_UNIT;
            histories.customers()[i] = row.getLong(3);
        }
        return histories;
    }

    /**
     * Gamma-gamma from one row a customer with {@link LifetimeColumns#REPEAT_PURCHASES} and {@link LifetimeColumns#MEAN_VALUE};
     * customers without repeat purchases, or whose mean is not above zero, are left out. Means that differ by less than half a per
     * cent are taken together, with the exact means of their values and of their logarithms.
     *
     * @throws NotConvergedException when the likelihood has no maximum that determines the parameters, or the mean is infinite
     */
    public static GammaGammaFit spend(Dataset<Row> customers) {
        return GammaGammaFit.of(spendHistories(customers));
    }

    static SpendHistories spendHistories(Dataset<Row> customers) {
        List<Row> rows = customers
                .filter(col(LifetimeColumns.REPEAT_PURCHASES)
                        .gt(0)
                        .and(col(LifetimeColumns.MEAN_VALUE).gt(0)))
                .selectExpr(
                        LifetimeColumns.REPEAT_PURCHASES + " x",
                        LifetimeColumns.MEAN_VALUE + " mean",
                        "CAST(round(ln(" + LifetimeColumns.MEAN_VALUE + ") * 1e9) AS BIGINT) nano_log")
                .groupBy(col("x"), floor(col("nano_log").divide(5_000_000)).alias("bin"))
                .agg(avg("mean").cast("double"), expr("sum(nano_log) / count(1) / 1e9"), count(lit(1)))
                .orderBy("x", "bin")
                .collectAsList();
        int size = rows.size();
        SpendHistories spend =
                new SpendHistories(new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            spend.purchases()[i] = row.getLong(0);
            spend.mean()[i] = row.getDouble(2);
            spend.meanLog()[i] = row.getDouble(3);
            spend.customers()[i] = row.getLong(4);
        }
        return spend;
    }
}
