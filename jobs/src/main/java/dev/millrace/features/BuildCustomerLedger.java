package dev.millrace.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.feature.CustomerLedger;
import dev.millrace.tables.silver.OrderLine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Books for each customer and day of order what became known when. A day's state is added up as of each day on which something
 * about it became known, almost always one; what is booked is the difference from the state before, so that an order whose lines
 * are known on several days counts once.
 */
public final class BuildCustomerLedger implements Job {

    private static final String STEP = "known_date";
    private static final String[] DAY_OF_CUSTOMER = {"customer_id", "order_date"};
    private static final Column FIRST_IN_DAY = struct(col("order_ts"), col("order_id"), col("line_number"));
    private static final List<Field> BOOKED = List.of(
            CustomerLedger.ORDER_DAYS,
            CustomerLedger.ORDERS,
            CustomerLedger.LINES,
            CustomerLedger.UNITS,
            CustomerLedger.GROSS_SALES,
            CustomerLedger.RETURNS,
            CustomerLedger.DISCOUNTS,
            CustomerLedger.NET_SALES);

    private final Optional<TableSpec> superseded;
    private final SnapshotSettings settings;

    /**
     * A job for a company.
     *
     * @param superseded the table of older versions of order lines, where some source has such
     */
    public BuildCustomerLedger(Optional<TableSpec> superseded, SnapshotSettings settings) {
        this.superseded = superseded;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "build-customer_ledger";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>();
        inputs.add(new Input(OrderLine.SPEC, Reach.SAME_DAY));
        superseded.ifPresent(table -> inputs.add(new Input(table, Reach.SAME_DAY)));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerLedger.SPEC);
    }

    @Override
    public String fingerprint() {
        return "initial-load-until " + settings.initialLoadUntil() + " superseded " + superseded.isPresent();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> lines = new FactKnowledge(OrderLine.SPEC, superseded, settings)
                .versions(inputs)
                .filter(OrderLine.CUSTOMER_ID.col().isNotNull());
        return JobOutputs.of(CustomerLedger.SPEC, changes(states(atEachStep(lines))));
    }

    /** Each version once for each day, from its own on, on which something about its customer and day became known. */
    private static Dataset<Row> atEachStep(Dataset<Row> lines) {
        WindowSpec together = Window.partitionBy(DAY_OF_CUSTOMER[0], DAY_OF_CUSTOMER[1]);
        Column steps = array(col(FactKnowledge.KNOWN), col(FactKnowledge.SUPERSEDED));
        Column all = array_distinct(array_compact(flatten(collect_list(steps).over(together))));
        return lines.withColumn("_steps", all)
                .drop(STEP)
                .withColumn(STEP, explode(col("_steps")))
                .filter(col(STEP).geq(col(FactKnowledge.KNOWN)));
    }

    private static Dataset<Row> states(Dataset<Row> lines) {
        Column valid = col(FactKnowledge.SUPERSEDED)
                .isNull()
                .or(col(FactKnowledge.SUPERSEDED).gt(col(STEP)));
        Column sale = valid.and(OrderLine.KIND.col().equalTo(OrderLine.SALE));
        Column taken = valid.and(OrderLine.KIND.col().equalTo(OrderLine.RETURN));
        Column off = valid.and(OrderLine.KIND.col().equalTo(OrderLine.DISCOUNT));
        return lines.groupBy(col(DAY_OF_CUSTOMER[0]), col(DAY_OF_CUSTOMER[1]), col(STEP))
                .agg(
                        min_by(col("country"), when(sale, FIRST_IN_DAY)).alias("country"),
                        min_by(col("channel"), when(sale, FIRST_IN_DAY)).alias("channel"),
                        count_distinct(when(sale, col("order_id"))).alias("orders"),
                        count_if(sale).alias("lines"),
                        total(CustomerLedger.UNITS, sale, col("quantity")),
                        total(CustomerLedger.GROSS_SALES, sale, col("amount")),
                        total(CustomerLedger.RETURNS, taken, negate(col("amount"))),
                        total(CustomerLedger.DISCOUNTS, off, negate(col("amount"))))
                .withColumn("order_days", when(col("orders").gt(0), 1L).otherwise(0L))
                .withColumn(
                        "net_sales", col("gross_sales").minus(col("returns")).minus(col("discounts")));
    }

    private static Column total(Field measure, Column of, Column value) {
        return coalesce(sum(when(of, value)), lit(0)).cast(measure.type()).alias(measure.name());
    }

    private static Dataset<Row> changes(Dataset<Row> states) {
        WindowSpec inTurn =
                Window.partitionBy(DAY_OF_CUSTOMER[0], DAY_OF_CUSTOMER[1]).orderBy(STEP);
        return states.select(CustomerLedger.SPEC.fields().stream()
                .map(field -> BOOKED.contains(field) ? change(field, inTurn) : field.col())
                .toArray(Column[]::new));
    }

    private static Column change(Field measure, WindowSpec inTurn) {
        Column before = coalesce(lag(measure.col(), 1).over(inTurn), lit(0));
        return measure.col().minus(before).cast(measure.type()).alias(measure.name());
    }
}
