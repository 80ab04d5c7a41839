package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
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
import dev.millrace.tables.silver.OrderHeader;
import dev.millrace.tables.silver.OrderLine;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds the lines of each order and day up by kind. */
public final class BuildOrderHeader implements Job {

    @Override
    public String name() {
        return "build-order_header";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(OrderLine.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(OrderHeader.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> headers = inputs.table(OrderLine.SPEC)
                .groupBy(OrderHeader.ORDER_ID.col(), OrderHeader.ORDER_DATE.col())
                .agg(
                        min(OrderLine.ORDER_TS.col()).alias("order_ts"),
                        max(OrderLine.CUSTOMER_ID.col()).alias("customer_id"),
                        max(OrderLine.COUNTRY.col()).alias("country"),
                        max(OrderLine.CHANNEL.col()).alias("channel"),
                        count_if(isKind(OrderLine.SALE)).alias("lines"),
                        total(OrderHeader.UNITS, OrderLine.SALE, OrderLine.QUANTITY_ORDERED.col()),
                        total(OrderHeader.GROSS_SALES, OrderLine.SALE, OrderLine.AMOUNT.col()),
                        total(OrderHeader.RETURNS, OrderLine.RETURN, negate(OrderLine.AMOUNT.col())),
                        total(OrderHeader.DISCOUNTS, OrderLine.DISCOUNT, negate(OrderLine.AMOUNT.col())),
                        total(OrderHeader.FEES, OrderLine.FEE, OrderLine.AMOUNT.col()),
                        total(OrderHeader.ADJUSTMENTS, OrderLine.ADJUSTMENT, OrderLine.AMOUNT.col()),
                        total(OrderHeader.BAD_DEBTS, OrderLine.BAD_DEBT, OrderLine.AMOUNT.col()),
                        sum(OrderLine.AMOUNT.col())
                                .cast(OrderHeader.TOTAL_AMOUNT.type())
                                .alias("total_amount"));
        return JobOutputs.of(OrderHeader.SPEC, headers);
    }

    private static Column isKind(String kind) {
        return OrderLine.KIND.col().equalTo(kind);
    }

    private static Column total(Field measure, String kind, Column value) {
        Column ofKind = sum(when(isKind(kind), value));
        return coalesce(ofKind, lit(0)).cast(measure.type()).alias(measure.name());
    }
}
