package dev.millrace.models.lifetime;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.lifetime.BgNbdFit;
import dev.millrace.engines.lifetime.GammaGammaFit;
import dev.millrace.engines.lifetime.LifetimeColumns;
import dev.millrace.engines.lifetime.LifetimeFits;
import dev.millrace.engines.lifetime.LifetimeScores;
import dev.millrace.engines.lifetime.NotConvergedException;
import dev.millrace.settings.LifetimeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The models of a company's customers, and the baseline for what could not be fitted: the mean rate of all customers, and the mean
 * value of an order day.
 *
 * @param customers customers who had bought
 * @param repeatCustomers customers who had bought on a second day
 * @param purchasesADay mean rate: repeat purchases of all customers by their days
 * @param meanValue mean net sales of an order day; 0 where returns exceed sales
 * @param frequencyValueCorrelation correlation of repeat purchases with their mean value, where it is defined
 * @param purchases BG/NBD, where it could be fitted
 * @param spend gamma-gamma, where it could be fitted
 * @param fallbacks why a baseline stands in the place of a model
 */
record FittedLifetime(
        long customers,
        long repeatCustomers,
        double purchasesADay,
        double meanValue,
        Optional<Double> frequencyValueCorrelation,
        Optional<BgNbdFit> purchases,
        Optional<GammaGammaFit> spend,
        List<String> fallbacks) {

    FittedLifetime {
        fallbacks = List.copyOf(fallbacks);
    }

    /** Fits to the rows of {@link CustomerHistories}. */
    static FittedLifetime to(Dataset<Row> customers, LifetimeSettings settings) {
        Row sums = customers
                .agg(
                        count(lit(1)),
                        count_if(col(LifetimeColumns.REPEAT_PURCHASES).gt(0)),
                        sum(LifetimeColumns.REPEAT_PURCHASES).cast("double"),
                        sum(LifetimeColumns.AGE_DAYS).cast("double"),
                        sum(CustomerHistories.NET_SALES).cast("double"),
                        sum(CustomerHistories.ORDER_DAYS).cast("double"),
                        count_if(LifetimeScores.isKnown()),
                        correlation())
                .first();
        List<String> fallbacks = new ArrayList<>();
        return new FittedLifetime(
                sums.getLong(0),
                sums.getLong(1),
                ratio(sums, 2, 3),
                Math.max(0, ratio(sums, 4, 5)),
                Optional.ofNullable(sums.<Double>getAs(7)),
                fitted(
                        sums.getLong(1),
                        "customers bought a second time",
                        settings,
                        () -> LifetimeFits.purchases(customers),
                        fallbacks),
                fitted(
                        sums.getLong(6),
                        "customers spent more than nothing at repeat purchases",
                        settings,
                        () -> LifetimeFits.spend(customers),
                        fallbacks),
                fallbacks);
    }

    /** Null where purchases or values do not differ, which Spark's own correlation takes for a division by zero. */
    private static Column correlation() {
        String value = "CAST(" + LifetimeColumns.MEAN_VALUE + " AS DOUBLE)";
        String purchases = "IF(" + LifetimeColumns.MEAN_VALUE + " IS NULL, NULL, CAST("
                + LifetimeColumns.REPEAT_PURCHASES + " AS DOUBLE))";
        return expr("try_divide(covar_pop(" + purchases + ", " + value + "), stddev_pop(" + purchases
                + ") * stddev_pop(" + value + "))");
    }

    private static double ratio(Row sums, int dividend, int divisor) {
        boolean undefined = sums.isNullAt(divisor) || sums.getDouble(divisor) == 0;
        return undefined ? 0 : sums.getDouble(dividend) / sums.getDouble(divisor);
    }

    private static <F> Optional<F> fitted(
            long tellingCustomers,
            String whatTheyDid,
            LifetimeSettings settings,
            Supplier<F> fit,
            List<String> fallbacks) {
        if (tellingCustomers < settings.fewestRepeatCustomers()) {
            fallbacks.add("Only " + tellingCustomers + " " + whatTheyDid + ", and a fit needs "
                    + settings.fewestRepeatCustomers() + ".");
            return Optional.empty();
        }
        try {
            return Optional.of(fit.get());
        } catch (NotConvergedException e) {
            fallbacks.add(e.getMessage());
            return Optional.empty();
        }
    }

    String purchaseMethod() {
        return purchases.isPresent() ? "bg_nbd" : "mean_rate";
    }

    String valueMethod() {
        return spend.isPresent() ? "gamma_gamma" : "mean_value";
    }
}
