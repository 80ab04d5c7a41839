package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.gold.SegmentProfile;
import dev.millrace.tables.score.CustomerSegment;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes what marks each segment, by which channel to reach it, and what to offer. */
public final class PublishSegmentProfile implements Job {

    private static final int PLACES = 4;
    private static final double HIGH = 125;
    private static final double LOW = 80;
    private static final List<String> BY = List.of("as_of_date", "segment_id");

    @Override
    public String name() {
        return "publish-segment_profile";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CustomerSegment.SPEC, Reach.SAME_DAY), new Input(CustomerSnapshot.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(SegmentProfile.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> customers = SegmentFeatures.of(inputs.table(CustomerSnapshot.SPEC))
                .join(
                        inputs.table(CustomerSegment.SPEC)
                                .select("as_of_date", "customer_id", "segment_id", "segment_name"),
                        new String[] {"as_of_date", "customer_id"});
        Dataset<Row> all = figures(customers, "as_of_date");
        for (String column : all.columns()) {
            all = column.equals("as_of_date") ? all : all.withColumnRenamed(column, "all_" + column);
        }
        Dataset<Row> profiles = figures(customers, "as_of_date", "segment_id")
                .join(all, "as_of_date")
                .join(commonest(customers, "channel", "top_channel"), by(), "left")
                .join(commonest(customers, "country", "top_country"), by(), "left");
        return JobOutputs.of(SegmentProfile.SPEC, inWords(withIndices(profiles)).select(columns()));
    }

    private static Dataset<Row> figures(Dataset<Row> customers, String first, String... others) {
        return customers
                .groupBy(first, others)
                .agg(
                        max("segment_name").alias("segment_name"),
                        count(lit(1)).alias("customers"),
                        sum("net_sales").alias("net_sales"),
                        percentile(col("recency_days").cast("double"), lit(0.5)).alias("median_recency_days"),
                        mean("order_interval_days"),
                        mean("orders"),
                        mean("net_sales"),
                        mean("average_order_value").alias("mean_order_value"),
                        mean("discount_rate"));
    }

    private static Column mean(String column) {
        return round(avg(col(column).cast("double")), PLACES).alias("mean_" + column);
    }

    /** The value that most customers have, of equals the first by name. */
    private static Dataset<Row> commonest(Dataset<Row> customers, String column, String name) {
        return customers
                .filter(col(column).isNotNull())
                .groupBy("as_of_date", "segment_id", column)
                .agg(count(lit(1)).alias("of_it"))
                .groupBy("as_of_date", "segment_id")
                .agg(max_by(col(column), struct(col("of_it"), col(column))).alias(name));
    }

    private static Dataset<Row> withIndices(Dataset<Row> profiles) {
        return profiles.withColumn("customer_share", col("customers").divide(col("all_customers")))
                .withColumn(
                        "sales_share",
                        when(col("all_net_sales").gt(0), col("net_sales").divide(col("all_net_sales"))))
                .withColumn("orders_index", index("mean_orders"))
                .withColumn("sales_index", index("mean_net_sales"))
                .withColumn("order_value_index", index("mean_order_value"))
                .withColumn("discount_index", index("mean_discount_rate"))
                .withColumn("recency_index", index("median_recency_days"));
    }

    private static Column index(String column) {
        Column all = col("all_" + column);
        return round(when(all.gt(0), col(column).divide(all).multiply(100)), 1);
    }

    private static Dataset<Row> inWords(Dataset<Row> profiles) {
        Column marks = array_join(
                array_compact(array(
                        words("orders_index", "orders often", "orders seldom"),
                        words("order_value_index", "large orders", "small orders"),
                        words("discount_index", "buys at a discount", "pays full price"),
                        words("sales_index", "high sales a customer", "low sales a customer"),
                        words("recency_index", "last order long ago", "ordered lately"))),
                ", ");
        Column offer = lit(SegmentName.REGULAR.offer());
        for (SegmentName name : SegmentName.values()) {
            offer = when(col("segment_id").equalTo(name.id()), name.offer()).otherwise(offer);
        }
        return profiles.withColumn(
                        "marks",
                        when(marks.equalTo(""), "much like all customers").otherwise(marks))
                .withColumn("reach_by", coalesce(col("top_channel"), lit("any; no channel is known")))
                .withColumn("offer", offer);
    }

    private static Column words(String index, String high, String low) {
        return when(col(index).geq(HIGH), high).when(col(index).leq(LOW), low);
    }

    private static String[] by() {
        return BY.toArray(new String[0]);
    }

    private static Column[] columns() {
        return SegmentProfile.SPEC.fields().stream()
                .map(PublishSegmentProfile::typed)
                .toArray(Column[]::new);
    }

    private static Column typed(Field field) {
        return field.col().cast(field.type()).alias(field.name());
    }
}
