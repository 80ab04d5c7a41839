package dev.millrace.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerFirstOrder;
import dev.millrace.tables.gold.CohortRetention;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes how many of the customers won in a month bought in each month since. */
public final class PublishCohortRetention implements Job {

    private static final String[] GRAIN = {"cohort_month", "month"};

    @Override
    public String name() {
        return "publish-cohort_retention";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CustomerDay.SPEC, Reach.SAME_MONTH), new Input(CustomerFirstOrder.SPEC, Reach.UP_TO_MONTH));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CohortRetention.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> members = inputs.table(CustomerFirstOrder.SPEC)
                .select(
                        col("customer_id"),
                        trunc(col("first_order_date"), "month").alias("cohort_month"));
        Dataset<Row> bought = bought(inputs.table(CustomerDay.SPEC), members);
        Dataset<Row> customers =
                members.groupBy("cohort_month").agg(count(lit(1)).alias("customers"));
        Dataset<Row> months = bought.select("month").distinct();
        Dataset<Row> all =
                months.join(customers, col("cohort_month").leq(col("month"))).join(bought, GRAIN, "left");
        return JobOutputs.of(CohortRetention.SPEC, measured(all)).sharing(List.of(bought));
    }

    private static Dataset<Row> bought(Dataset<Row> days, Dataset<Row> members) {
        return days.groupBy(
                        col("customer_id"), trunc(col("order_date"), "month").alias("month"))
                .agg(sum("orders").alias("orders"), sum("net_sales").alias("net_sales"))
                .join(members, "customer_id")
                .groupBy(GRAIN[0], GRAIN[1])
                .agg(
                        count_if(col("orders").gt(0)).alias("active"),
                        sum("net_sales").alias("net_sales"));
    }

    private static Dataset<Row> measured(Dataset<Row> rows) {
        return rows.withColumn(
                        "months_since",
                        months_between(col("month"), col("cohort_month")).cast("int"))
                .withColumn("active", coalesce(col("active"), lit(0L)))
                .withColumn("net_sales", coalesce(col("net_sales"), lit(0)).cast(CohortRetention.NET_SALES.type()))
                .withColumn("share", col("active").divide(col("customers")).cast(CohortRetention.SHARE.type()));
    }
}
