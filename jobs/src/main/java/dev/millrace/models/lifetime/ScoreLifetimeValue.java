package dev.millrace.models.lifetime;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.lifetime.Horizon;
import dev.millrace.engines.lifetime.LifetimeColumns;
import dev.millrace.engines.lifetime.LifetimeScores;
import dev.millrace.engines.lifetime.PurchaseForecast;
import dev.millrace.engines.rank.Deciles;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.job.Warning;
import dev.millrace.settings.LifetimeSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.gold.LifetimeModel;
import dev.millrace.tables.score.LifetimeValue;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Says of each customer what will be bought over the horizon and what that is worth, as of the day after the newest order day. It fits
 * BG/NBD and gamma-gamma anew each time, which costs less than finding out whether to, and takes the mean of all customers where they
 * cannot be fitted. Any day that changed makes the newest date anew; rows of earlier dates are never touched.
 */
public final class ScoreLifetimeValue implements Job {

    private static final String PROBLEM = "lifetime_value";

    private final LifetimeSettings settings;
    private final String currency;
    private final Horizon horizon;

    /**
     * The job of a company.
     *
     * @param currency ISO 4217 code of its money
     */
    public ScoreLifetimeValue(LifetimeSettings settings, String currency) {
        this.settings = settings;
        this.currency = currency;
        this.horizon = new Horizon(settings.horizonDays(), settings.discountRate());
    }

    @Override
    public String name() {
        return "score-lifetime_value";
    }

    /** The days that changed make it due; the whole history is what it reads. */
    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CustomerDay.SPEC, Reach.SAME_DAY),
                new Input(CustomerDay.SPEC, Reach.LATEST),
                new Input(LifetimeModel.SPEC, Reach.RECORD),
                new Input(LifetimeValue.SPEC, Reach.RECORD));
    }

    /** The fit first: a score never names one that is not there. */
    @Override
    public Set<Asset> outputs() {
        Set<Asset> outputs = new LinkedHashSet<>();
        outputs.add(LifetimeModel.SPEC);
        outputs.add(LifetimeValue.SPEC);
        return outputs;
    }

    @Override
    public String fingerprint() {
        return settings + currency;
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> days = inputs.newest(CustomerDay.SPEC);
        Row newest = days.agg(max(CustomerDay.ORDER_DATE.col())).first();
        return newest.isNullAt(0)
                ? nothing(inputs)
                : scored(inputs, days, newest.getDate(0).toLocalDate());
    }

    private static JobOutputs nothing(JobInputs inputs) {
        List<Output> outputs = List.of(
                new Output(
                        LifetimeModel.SPEC, inputs.previous(LifetimeModel.SPEC).limit(0), Optional.of(DaySet.NONE)),
                new Output(
                        LifetimeValue.SPEC, inputs.previous(LifetimeValue.SPEC).limit(0), Optional.of(DaySet.NONE)));
        return new JobOutputs(outputs, Optional.empty(), List.of());
    }

    private JobOutputs scored(JobInputs inputs, Dataset<Row> days, LocalDate newest) {
        LocalDate asOf = newest.plusDays(1);
        Dataset<Row> customers = CustomerHistories.of(days, newest).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            FittedLifetime fit = FittedLifetime.to(customers, settings);
            LifetimeModelRow model = new LifetimeModelRow(fit, settings, asOf);
            Dataset<Row> values = values(customers, fit, asOf, model.version());
            Dataset<Row> models = days.sparkSession()
                    .createDataFrame(List.of(model.row(PROBLEM, currency)), LifetimeModel.SPEC.schema());
            List<Output> outputs = List.of(
                    output(inputs, LifetimeModel.SPEC, LifetimeModel.AS_OF_DATE, models, asOf),
                    output(
                            inputs,
                            LifetimeValue.SPEC,
                            LifetimeValue.AS_OF_DATE,
                            Deciles.by(values, LifetimeValue.LIFETIME_VALUE.col()),
                            asOf));
            return new JobOutputs(outputs, Optional.empty(), warnings(fit), List.of(customers, values));
        } catch (RuntimeException | Error e) {
            customers.unpersist();
            throw e;
        }
    }

    private static List<Warning> warnings(FittedLifetime fit) {
        return fit.fallbacks().stream()
                .map(reason -> new Warning(
                        "lifetime_model_is_fitted", fit.customers(), reason + " The mean of all customers stands in."))
                .toList();
    }

    /** Where everything is made anew, what was published of earlier dates is published again as it was. */
    private static Output output(JobInputs inputs, TableSpec table, Field asOfDate, Dataset<Row> rows, LocalDate asOf) {
        if (!inputs.days().isAll()) {
            return new Output(table, rows, Optional.of(DaySet.of(List.of(asOf))));
        }
        Dataset<Row> earlier = inputs.previous(table).filter(asOfDate.col().notEqual(lit(asOf)));
        return new Output(table, rows.unionByName(earlier, true), Optional.empty());
    }

    private Dataset<Row> values(Dataset<Row> customers, FittedLifetime fit, LocalDate asOf, String version) {
        Dataset<Row> purchases = fit.purchases()
                .map(found -> LifetimeScores.purchases(customers, new PurchaseForecast(found, horizon)))
                .orElseGet(() -> meanRate(customers, fit));
        Dataset<Row> valued = purchases.withColumn(
                "expected_value",
                fit.spend()
                        .map(found -> LifetimeScores.expectedValue(found.model()))
                        .orElse(lit(fit.meanValue()))
                        .cast(LifetimeValue.EXPECTED_VALUE.type()));
        Column perPurchase = col("expected_value").cast("double");
        Column discount = when(
                        col(LifetimeColumns.EXPECTED_PURCHASES).gt(0),
                        col(LifetimeColumns.DISCOUNTED_PURCHASES).divide(col(LifetimeColumns.EXPECTED_PURCHASES)))
                .otherwise(0);
        return valued.select(
                lit(PROBLEM).alias("problem"),
                lit(asOf).alias("as_of_date"),
                col("customer_id"),
                col(LifetimeColumns.REPEAT_PURCHASES),
                col(LifetimeColumns.RECENCY_DAYS),
                col(LifetimeColumns.AGE_DAYS),
                col(LifetimeColumns.PROBABILITY_ALIVE),
                col(LifetimeColumns.EXPECTED_PURCHASES),
                col(LifetimeColumns.EXPECTED_PURCHASES_ERROR),
                col("expected_value"),
                money(LifetimeValue.LIFETIME_VALUE, col(LifetimeColumns.DISCOUNTED_PURCHASES), perPurchase),
                money(
                        LifetimeValue.LIFETIME_VALUE_LOW,
                        col(LifetimeColumns.PURCHASES_LOW).multiply(discount),
                        perPurchase),
                money(
                        LifetimeValue.LIFETIME_VALUE_HIGH,
                        col(LifetimeColumns.PURCHASES_HIGH).multiply(discount),
                        perPurchase),
                lit(settings.horizonDays()).alias("horizon_days"),
                lit(fit.purchaseMethod()).alias("purchase_method"),
                valueMethod(fit).alias("value_method"),
                lit(version).alias("model_version"));
    }

    private static Column valueMethod(FittedLifetime fit) {
        return fit.spend().isEmpty()
                ? lit(fit.valueMethod())
                : when(LifetimeScores.isKnown(), lit(fit.valueMethod())).otherwise("gamma_gamma_mean");
    }

    private static Column money(Field field, Column purchases, Column perPurchase) {
        return purchases.multiply(perPurchase).cast(field.type()).alias(field.name());
    }

    /** The baseline: everybody buys at the mean rate, and nothing is said of who still does. */
    private Dataset<Row> meanRate(Dataset<Row> customers, FittedLifetime fit) {
        double rate = fit.purchasesADay();
        Column unknown = lit(null);
        return customers
                .withColumn(LifetimeColumns.PROBABILITY_ALIVE, unknown.cast(DataTypes.DoubleType))
                .withColumn(LifetimeColumns.EXPECTED_PURCHASES, lit(rate * settings.horizonDays()))
                .withColumn(LifetimeColumns.EXPECTED_PURCHASES_ERROR, unknown.cast(DataTypes.DoubleType))
                .withColumn(LifetimeColumns.PURCHASES_LOW, unknown.cast(DataTypes.LongType))
                .withColumn(LifetimeColumns.PURCHASES_HIGH, unknown.cast(DataTypes.LongType))
                .withColumn(LifetimeColumns.DISCOUNTED_PURCHASES, lit(horizon.discounted(day -> rate * day)));
    }
}
