package dev.millrace.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerFirstOrder;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps for each customer the first day with a sale, from the days that changed alone. */
public final class BuildCustomerFirstOrder implements Job {

    @Override
    public String name() {
        return "build-customer_first_order";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(CustomerDay.SPEC, Reach.SAME_DAY), new Input(CustomerFirstOrder.SPEC, Reach.PREVIOUS));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerFirstOrder.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> bought = inputs.table(CustomerDay.SPEC)
                .filter(CustomerDay.ORDERS.col().gt(0))
                .groupBy("customer_id")
                .agg(
                        min("order_date").alias("first_order_date"),
                        min_by(col("country"), col("order_date")).alias("country"),
                        min_by(col("channel"), col("order_date")).alias("channel"));
        Dataset<Row> known = inputs.previous(CustomerFirstOrder.SPEC)
                .select(
                        col("customer_id").alias("known_id"),
                        col("first_order_date").alias("known_first"));
        Dataset<Row> earlier = bought.join(known, col("customer_id").equalTo(col("known_id")), "left")
                .filter("known_first IS NULL OR first_order_date <= known_first")
                .drop("known_id", "known_first");
        return JobOutputs.of(CustomerFirstOrder.SPEC, earlier);
    }
}
