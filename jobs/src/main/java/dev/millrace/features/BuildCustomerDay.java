package dev.millrace.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.silver.OrderHeader;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds the orders of each known customer and day up. */
public final class BuildCustomerDay implements Job {

    private static final Column FIRST_IN_DAY = struct(col("order_ts"), col("order_id"));

    @Override
    public String name() {
        return "build-customer_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(OrderHeader.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> days = inputs.table(OrderHeader.SPEC)
                .filter(OrderHeader.CUSTOMER_ID.col().isNotNull())
                .groupBy(CustomerDay.CUSTOMER_ID.col(), CustomerDay.ORDER_DATE.col())
                .agg(
                        min_by(col("country"), FIRST_IN_DAY).alias("country"),
                        min_by(col("channel"), FIRST_IN_DAY).alias("channel"),
                        count_if(col("lines").gt(0)).alias("orders"),
                        sum("lines").alias("lines"),
                        total(CustomerDay.UNITS, col("units")),
                        total(CustomerDay.GROSS_SALES, col("gross_sales")),
                        total(CustomerDay.RETURNS, col("returns")),
                        total(CustomerDay.DISCOUNTS, col("discounts")),
                        total(
                                CustomerDay.NET_SALES,
                                col("gross_sales").minus(col("returns")).minus(col("discounts"))),
                        total(CustomerDay.TOTAL_AMOUNT, col("total_amount")));
        return JobOutputs.of(CustomerDay.SPEC, days);
    }

    private static Column total(Field measure, Column value) {
        return sum(value).cast(measure.type()).alias(measure.name());
    }
}
