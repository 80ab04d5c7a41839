package dev.millrace.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerFirstOrder;
import dev.millrace.tables.gold.KpiCountryMonth;
import dev.millrace.tables.silver.OrderHeader;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes the shop's KPIs by country and month. */
public final class PublishKpiCountryMonth implements Job {

    @Override
    public String name() {
        return "publish-kpi_country_month";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(OrderHeader.SPEC, Reach.SAME_MONTH), new Input(CustomerFirstOrder.SPEC, Reach.SAME_MONTH));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(KpiCountryMonth.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        return JobOutputs.of(
                KpiCountryMonth.SPEC,
                SalesKpis.of(
                        byCountryAndMonth(inputs.table(OrderHeader.SPEC), OrderHeader.ORDER_DATE),
                        byCountryAndMonth(inputs.table(CustomerFirstOrder.SPEC), CustomerFirstOrder.FIRST_ORDER_DATE),
                        "country",
                        "month"));
    }

    private static Dataset<Row> byCountryAndMonth(Dataset<Row> rows, Field day) {
        return rows.withColumn("country", coalesce(col("country"), lit(KpiCountryMonth.UNKNOWN)))
                .withColumn("month", trunc(day.col(), "month"));
    }
}
