package dev.millrace.engines.lifetime;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Scores customers: the formulas that Spark has no function for (the hypergeometric 2F1) are computed by Java once for each distinct
 * history, and joined back. What they make is rounded to six places.
 */
public final class LifetimeScores {

    private static final double PLACES = 1e6;

    private static final List<String> HISTORY =
            List.of(LifetimeColumns.REPEAT_PURCHASES, LifetimeColumns.RECENCY_DAYS, LifetimeColumns.AGE_DAYS);

    private static final StructType SCORED = new StructType()
            .add(LifetimeColumns.REPEAT_PURCHASES, DataTypes.LongType)
            .add(LifetimeColumns.RECENCY_DAYS, DataTypes.LongType)
            .add(LifetimeColumns.AGE_DAYS, DataTypes.LongType)
            .add(LifetimeColumns.PROBABILITY_ALIVE, DataTypes.DoubleType)
            .add(LifetimeColumns.EXPECTED_PURCHASES, DataTypes.DoubleType)
            .add(LifetimeColumns.EXPECTED_PURCHASES_ERROR, DataTypes.DoubleType)
            .add(LifetimeColumns.PURCHASES_LOW, DataTypes.LongType)
            .add(LifetimeColumns.PURCHASES_HIGH, DataTypes.LongType)
            .add(LifetimeColumns.DISCOUNTED_PURCHASES, DataTypes.DoubleType);

    private LifetimeScores() {}

    /**
     * Customers with what they will buy.
     *
     * @param customers rows with {@link LifetimeColumns#REPEAT_PURCHASES}, {@link LifetimeColumns#RECENCY_DAYS} and
     *     {@link LifetimeColumns#AGE_DAYS}, none of them null
     * @return the same rows with the columns that {@link LifetimeColumns} calls made
     */
    public static Dataset<Row> purchases(Dataset<Row> customers, PurchaseForecast forecast) {
        MapFunction<Row, Row> score = history -> scored(history, forecast);
        Dataset<Row> histories = customers
                .select(HISTORY.stream().map(name -> col(name)).toArray(Column[]::new))
                .distinct()
                .map(score, Encoders.row(SCORED));
        return customers.join(histories, HISTORY.toArray(String[]::new));
    }

    private static Row scored(Row history, PurchaseForecast forecast) {
        int x = Math.toIntExact(history.getLong(0));
        int recency = Math.toIntExact(history.getLong(1));
        int age = Math.toIntExact(history.getLong(2));
        return RowFactory.create(
                (long) x,
                (long) recency,
                (long) age,
                rounded(forecast.probabilityAlive(x, recency, age)),
                rounded(forecast.expectedPurchases(x, recency, age)),
                rounded(forecast.standardError(x, recency, age)),
                (long) forecast.low(x, recency, age),
                (long) forecast.high(x, recency, age),
                rounded(forecast.discountedPurchases(x, recency, age)));
    }

    private static double rounded(double value) {
        return Math.rint(value * PLACES) / PLACES;
    }

    /**
     * The expected money of a purchase (Fader and Hardie 2013, equation 5), from {@link LifetimeColumns#REPEAT_PURCHASES} and
     * {@link LifetimeColumns#MEAN_VALUE}; that of a customer of whom nothing is known where the mean is not above zero.
     */
    public static Column expectedValue(GammaGamma model) {
        Column purchases = col(LifetimeColumns.REPEAT_PURCHASES);
        Column mean = col(LifetimeColumns.MEAN_VALUE).cast("double");
        Column known = purchases
                .multiply(mean)
                .plus(model.gamma())
                .multiply(model.p())
                .divide(purchases.multiply(model.p()).plus(model.q() - 1));
        return when(isKnown(), known).otherwise(lit(model.expectedValue()));
    }

    /** Whether what a customer spends is known: some repeat purchase, and a mean above zero. */
    public static Column isKnown() {
        return col(LifetimeColumns.REPEAT_PURCHASES)
                .gt(0)
                .and(col(LifetimeColumns.MEAN_VALUE).gt(0));
    }
}
