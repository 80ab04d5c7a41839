package dev.millrace.publish;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.SupplierScorecard;
import dev.millrace.tables.silver.Shipment;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes how punctual each vendor and carrier was, by month. */
public final class PublishSupplierScorecard implements Job {

    private static final double QUANTILE_OF_95_PERCENT = 1.959963985;
    private static final int DECIMALS = 6;

    @Override
    public String name() {
        return "publish-supplier_scorecard";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(Shipment.SPEC, Reach.SAME_MONTH));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(SupplierScorecard.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Column delay = datediff(Shipment.DELIVERED_TS.col(), Shipment.PLANNED_DATE.col());
        Column lead = datediff(Shipment.DELIVERED_TS.col(), Shipment.ORDERED_TS.col());
        Dataset<Row> sums = inputs.table(Shipment.SPEC)
                .filter(Shipment.PARTNER_ID.col().isNotNull())
                .groupBy(trunc(Shipment.PLANNED_DATE.col(), "month").alias("month"), SupplierScorecard.PARTNER_ID.col())
                .agg(
                        count(lit(1)).alias("shipments"),
                        count(delay).alias("delivered"),
                        count_if(delay.leq(0)).alias("on_time"),
                        mean(SupplierScorecard.MEAN_DELAY_DAYS, delay),
                        deviation(SupplierScorecard.DELAY_DEVIATION_DAYS, delay),
                        mean(SupplierScorecard.MEAN_DAYS_LATE, when(delay.gt(0), delay)),
                        mean(SupplierScorecard.MEAN_LEAD_DAYS, lead),
                        deviation(SupplierScorecard.LEAD_DEVIATION_DAYS, lead),
                        total(SupplierScorecard.GOODS_VALUE),
                        total(SupplierScorecard.FREIGHT));
        return JobOutputs.of(SupplierScorecard.SPEC, withShares(sums));
    }

    private static Column mean(Field measure, Column days) {
        return round(avg(days), DECIMALS).alias(measure.name());
    }

    /** Null for one value alone, of which Spark would say NaN or fail. */
    private static Column deviation(Field measure, Column days) {
        return when(count(days).gt(1), round(stddev_samp(days), DECIMALS)).alias(measure.name());
    }

    private static Column total(Field measure) {
        return coalesce(sum(measure.col()), lit(0)).cast(measure.type()).alias(measure.name());
    }

    /** The share and its interval by Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927). */
    private static Dataset<Row> withShares(Dataset<Row> sums) {
        Column n = col("delivered").cast("double");
        Column share = col("on_time").divide(n);
        double z = QUANTILE_OF_95_PERCENT;
        Column shrunk = lit(1).plus(lit(z * z).divide(n));
        Column centre = share.plus(lit(z * z / 2).divide(n)).divide(shrunk);
        Column half = sqrt(share.multiply(lit(1).minus(share))
                        .divide(n)
                        .plus(lit(z * z / 4).divide(n.multiply(n))))
                .multiply(z)
                .divide(shrunk);
        return sums.withColumn("on_time_share", ofDelivered(SupplierScorecard.ON_TIME_SHARE, share))
                .withColumn(
                        "on_time_low",
                        ofDelivered(SupplierScorecard.ON_TIME_LOW, greatest(lit(0.0), centre.minus(half))))
                .withColumn(
                        "on_time_high",
                        ofDelivered(SupplierScorecard.ON_TIME_HIGH, least(lit(1.0), centre.plus(half))));
    }

    private static Column ofDelivered(Field measure, Column value) {
        return when(col("delivered").gt(0), value).cast(measure.type());
    }
}
