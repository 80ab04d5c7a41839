package dev.millrace.publish;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerFirstOrder;
import dev.millrace.tables.gold.KpiDay;
import dev.millrace.tables.silver.OrderHeader;
import java.util.Set;

/** Publishes the shop's KPIs by day. */
public final class PublishKpiDay implements Job {

    @Override
    public String name() {
        return "publish-kpi_day";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(OrderHeader.SPEC, Reach.SAME_DAY), new Input(CustomerFirstOrder.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(KpiDay.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        return JobOutputs.of(
                KpiDay.SPEC,
                SalesKpis.of(
                        inputs.table(OrderHeader.SPEC),
                        inputs.table(CustomerFirstOrder.SPEC)
                                .withColumn("order_date", CustomerFirstOrder.FIRST_ORDER_DATE.col()),
                        "order_date"));
    }
}
