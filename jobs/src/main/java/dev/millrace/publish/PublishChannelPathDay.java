package dev.millrace.publish;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.Session;
import dev.millrace.tables.gold.ChannelPathDay;
import dev.millrace.tables.gold.FunnelDay;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Publishes by which channels visitors came before they bought or stayed away. */
public final class PublishChannelPathDay implements Job {

    private static final long MICROS = ChannelPathDay.DAYS * 86_400_000_000L;
    private static final int MOST_STEPS = 20;

    private static final WindowSpec OF_VISITOR =
            Window.partitionBy("visitor_id").orderBy("moment");
    private static final WindowSpec OF_PATH =
            Window.partitionBy("visitor_id", "purchases").orderBy("moment").rangeBetween(-MICROS, 0);

    @Override
    public String name() {
        return "publish-channel_path_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(Session.SPEC, Reach.around(ChannelPathDay.DAYS, ChannelPathDay.DAYS)));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(ChannelPathDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> ended = paths(inputs.table(Session.SPEC))
                .filter(inputs.days().covers(Session.SESSION_DATE.col()))
                .filter(col("bought").or(not(col("goes_on"))))
                .withColumn("steps", steps());
        Dataset<Row> days = ended.groupBy(
                        Session.SESSION_DATE.col().alias("path_date"),
                        array_join(col("steps"), " > ").alias("path"))
                .agg(
                        // A channel whose own name holds the arrow joins another path of the same name.
                        min("steps").alias("steps"),
                        count_if(col("bought")).alias("conversions"),
                        count_if(not(col("bought"))).alias("non_conversions"),
                        sum(size(col("channels"))).alias("sessions"),
                        sum(datediff(Session.SESSION_DATE.col(), col("began"))).alias("path_days"));
        return JobOutputs.of(
                ChannelPathDay.SPEC,
                days.withColumn("sessions", col("sessions").cast("long"))
                        .withColumn("path_days", col("path_days").cast("long")));
    }

    /** Sessions, each with the channels of its path up to itself, and whether a session follows in time. */
    private static Dataset<Row> paths(Dataset<Row> sessions) {
        Column earlierPurchases =
                sum(when(col("bought"), 1).otherwise(0)).over(OF_VISITOR.rowsBetween(Window.unboundedPreceding(), -1));
        return sessions.select(
                        Session.VISITOR_ID.col(),
                        Session.SESSION_DATE.col(),
                        Session.BOUGHT.col(),
                        coalesce(Session.CHANNEL.col(), lit(FunnelDay.UNKNOWN)).alias("channel"),
                        expr("unix_micros(session_start)").alias("moment"))
                .withColumn("purchases", coalesce(earlierPurchases, lit(0)))
                .withColumn(
                        "goes_on",
                        coalesce(
                                lead("moment", 1)
                                        .over(OF_VISITOR)
                                        .minus(col("moment"))
                                        .leq(MICROS),
                                lit(false)))
                .withColumn("channels", collect_list(col("channel")).over(OF_PATH))
                .withColumn("began", min(Session.SESSION_DATE.col()).over(OF_PATH));
    }

    private static Column steps() {
        Column steps = filter(
                col("channels"), (channel, i) -> i.equalTo(0).or(channel.notEqual(get(col("channels"), i.minus(1)))));
        return when(size(steps).gt(MOST_STEPS), slice(steps, -MOST_STEPS, MOST_STEPS))
                .otherwise(steps);
    }
}
