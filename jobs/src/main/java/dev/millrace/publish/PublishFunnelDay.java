package dev.millrace.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.Session;
import dev.millrace.tables.gold.FunnelDay;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes how far sessions came on the way to a purchase, by day and channel. */
public final class PublishFunnelDay implements Job {

    @Override
    public String name() {
        return "publish-funnel_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(Session.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(FunnelDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> counts = inputs.table(Session.SPEC)
                .withColumn("channel", coalesce(col("channel"), lit(FunnelDay.UNKNOWN)))
                .groupBy(FunnelDay.SESSION_DATE.col(), FunnelDay.CHANNEL.col())
                .agg(
                        count(lit(1)).alias("sessions"),
                        reached("product_views", Session.VIEW, Session.CART, Session.CHECKOUT, Session.PURCHASE),
                        reached("carts", Session.CART, Session.CHECKOUT, Session.PURCHASE),
                        reached("checkouts", Session.CHECKOUT, Session.PURCHASE),
                        reached("purchases", Session.PURCHASE),
                        count_if(col("filled_cart").and(not(col("bought")))).alias("carts_left"));
        return JobOutputs.of(
                FunnelDay.SPEC,
                counts.withColumn("view_drop_off", dropOff(FunnelDay.VIEW_DROP_OFF, "sessions", "product_views"))
                        .withColumn("cart_drop_off", dropOff(FunnelDay.CART_DROP_OFF, "product_views", "carts"))
                        .withColumn("checkout_drop_off", dropOff(FunnelDay.CHECKOUT_DROP_OFF, "carts", "checkouts"))
                        .withColumn(
                                "purchase_drop_off", dropOff(FunnelDay.PURCHASE_DROP_OFF, "checkouts", "purchases")));
    }

    private static Column reached(String name, String... steps) {
        return count_if(Session.FURTHEST_STEP.col().isin((Object[]) steps)).alias(name);
    }

    private static Column dropOff(Field share, String before, String after) {
        return when(col(before).gt(0), col(before).minus(col(after)).divide(col(before)))
                .cast(share.type());
    }
}
