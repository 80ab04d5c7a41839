package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.gold.SegmentFlow;
import dev.millrace.tables.score.CustomerSegment;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Publishes who moved from which segment to which within a month. */
public final class PublishSegmentFlow implements Job {

    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST = 62;

    @Override
    public String name() {
        return "publish-segment_flow";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CustomerSegment.SPEC, Reach.lookback(LONGEST)),
                new Input(CustomerSnapshot.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(SegmentFlow.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> scores = inputs.table(CustomerSegment.SPEC).select("as_of_date", "customer_id", "segment_id");
        Dataset<Row> now = scores.toDF("to_as_of_date", "customer_id", "to_segment")
                .filter(inputs.days().covers(col("to_as_of_date")))
                .join(broadcast(months(scores)), "to_as_of_date");
        Dataset<Row> then = scores.toDF("from_as_of_date", "customer_id", "then_segment");
        Dataset<Row> values = inputs.table(CustomerSnapshot.SPEC)
                .select(
                        col("as_of_date").alias("to_as_of_date"),
                        col("customer_id"),
                        col("net_sales").alias("value"));
        Dataset<Row> moves = now.join(then, new String[] {"from_as_of_date", "customer_id"}, "left")
                .join(values, new String[] {"to_as_of_date", "customer_id"}, "left")
                .withColumn("from_segment", coalesce(col("then_segment"), lit(SegmentFlow.NOT_YET)));
        return JobOutputs.of(SegmentFlow.SPEC, flows(moves));
    }

    /** For each scored date the newest a month or two before. */
    private static Dataset<Row> months(Dataset<Row> scores) {
        Dataset<Row> to =
                scores.select(col("as_of_date").alias("to_as_of_date")).distinct();
        Dataset<Row> from =
                scores.select(col("as_of_date").alias("from_as_of_date")).distinct();
        Column before = col("from_as_of_date")
                .between(date_sub(col("to_as_of_date"), LONGEST), date_sub(col("to_as_of_date"), SHORTEST_MONTH));
        return to.join(from, before)
                .groupBy("to_as_of_date")
                .agg(max("from_as_of_date").alias("from_as_of_date"));
    }

    private static Dataset<Row> flows(Dataset<Row> moves) {
        Column ofSegment = sum("customers").over(Window.partitionBy("to_as_of_date", "from_segment"));
        return moves.groupBy("from_as_of_date", "to_as_of_date", "from_segment", "to_segment")
                .agg(
                        count(lit(1)).alias("customers"),
                        coalesce(sum("value"), lit(0))
                                .cast(SegmentFlow.NET_SALES.type())
                                .alias("net_sales"))
                .withColumn("share", col("customers").divide(ofSegment).cast(SegmentFlow.SHARE.type()));
    }
}
