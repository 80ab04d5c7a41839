package dev.millrace.publish;

import static org.apache.spark.sql.functions.trunc;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerFirstOrder;
import dev.millrace.tables.gold.KpiMonth;
import dev.millrace.tables.silver.OrderHeader;
import java.util.Set;

/** Publishes the shop's KPIs by month. */
public final class PublishKpiMonth implements Job {

    @Override
    public String name() {
        return "publish-kpi_month";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(OrderHeader.SPEC, Reach.SAME_MONTH), new Input(CustomerFirstOrder.SPEC, Reach.SAME_MONTH));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(KpiMonth.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        return JobOutputs.of(
                KpiMonth.SPEC,
                SalesKpis.of(
                        inputs.table(OrderHeader.SPEC)
                                .withColumn("month", trunc(OrderHeader.ORDER_DATE.col(), "month")),
                        inputs.table(CustomerFirstOrder.SPEC)
                                .withColumn("month", trunc(CustomerFirstOrder.FIRST_ORDER_DATE.col(), "month")),
                        "month"));
    }
}
