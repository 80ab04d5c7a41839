package dev.millrace.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerWebDay;
import dev.millrace.tables.feature.Session;
import java.util.Set;

/** Adds the sessions of each known customer and day up. */
public final class BuildCustomerWebDay implements Job {

    @Override
    public String name() {
        return "build-customer_web_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(Session.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerWebDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        return JobOutputs.of(
                CustomerWebDay.SPEC,
                inputs.table(Session.SPEC)
                        .filter(Session.CUSTOMER_ID.col().isNotNull())
                        .groupBy(
                                CustomerWebDay.CUSTOMER_ID.col(),
                                CustomerWebDay.SESSION_DATE.col(),
                                CustomerWebDay.KNOWN_DATE.col())
                        .agg(
                                count(lit(1)).alias("sessions"),
                                count_if(col("filled_cart").and(not(col("bought"))))
                                        .alias("carts_left")));
    }
}
