package dev.millrace.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerLedger;
import dev.millrace.tables.feature.CustomerSnapshot;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of each customer what was known before each snapshot date, from daily aggregates alone. Only dates after a day that
 * changed are made again, and the newest; a date that is no longer wanted goes.
 */
public final class BuildCustomerSnapshot implements Job {

    private static final List<String> TOTALS =
            List.of("orders", "lines", "units", "gross_sales", "returns", "discounts", "net_sales");

    private final SnapshotSettings settings;
    private final List<SnapshotContext> contexts;

    /**
     * A job for a company.
     *
     * @param contexts what is counted of customers besides their orders
     */
    public BuildCustomerSnapshot(SnapshotSettings settings, List<SnapshotContext> contexts) {
        this.settings = settings;
        this.contexts = List.copyOf(contexts);
    }

    @Override
    public String name() {
        return "build-customer_snapshot";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>();
        inputs.add(new Input(CustomerLedger.SPEC, Reach.BEFORE));
        inputs.add(new Input(CustomerSnapshot.SPEC, Reach.PREVIOUS));
        contexts.forEach(context -> inputs.addAll(context.inputs()));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerSnapshot.SPEC);
    }

    @Override
    public String fingerprint() {
        return settings + " " + contexts.stream().map(SnapshotContext::name).toList();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> ledger = inputs.table(CustomerLedger.SPEC);
        SnapshotDates dates = dates(ledger);
        List<LocalDate> existing = existing(inputs.previous(CustomerSnapshot.SPEC));
        Dataset<Row> facts = booked(ledger);
        for (SnapshotContext context : contexts) {
            facts = facts.unionByName(context.facts(inputs, settings), true);
        }
        SnapshotSweep sweep = new SnapshotSweep(
                dates.toMake(inputs.days(), existing),
                TOTALS,
                Map.of(
                        "orders", List.of(30, 90, 180, 365),
                        "net_sales", List.of(30, 90, 365),
                        "sessions", List.of(90),
                        "carts_left", List.of(90),
                        "complaints", List.of(365)));
        Dataset<Row> sums = sweep.sums(withAllCounts(facts)).join(turns(ledger), "customer_id");
        return JobOutputs.of(CustomerSnapshot.SPEC, SnapshotColumns.of(sums), dates.toReplace(inputs.days(), existing));
    }

    private SnapshotDates dates(Dataset<Row> ledger) {
        Row ends = ledger.agg(min("order_date"), max("known_date")).first();
        return ends.isNullAt(0)
                ? SnapshotDates.none()
                : SnapshotDates.of(
                        ends.getDate(0).toLocalDate(), ends.getDate(1).toLocalDate(), settings);
    }

    private static List<LocalDate> existing(Dataset<Row> snapshots) {
        return snapshots.select("as_of_date").distinct().collectAsList().stream()
                .map(row -> row.getDate(0).toLocalDate())
                .toList();
    }

    private static Dataset<Row> booked(Dataset<Row> ledger) {
        Stream<Column> sums = TOTALS.stream().map(name -> col(name));
        Stream<Column> when = Stream.of(
                col("customer_id"),
                col("order_date").alias(SnapshotSweep.HAPPENED),
                col("known_date").alias(SnapshotSweep.KNOWN));
        return ledger.select(Stream.concat(when, sums).toArray(Column[]::new));
    }

    /** All days of each customer that became or ceased to be one with an order, whenever that became known. */
    private static Dataset<Row> turns(Dataset<Row> ledger) {
        Column turn = struct(col("order_date"), col("known_date"), col("order_days"), col("country"), col("channel"));
        Column tells = col("order_days")
                .notEqual(0)
                .or(col("country").isNotNull())
                .or(col("channel").isNotNull());
        return ledger.filter(tells)
                .groupBy("customer_id")
                .agg(collect_list(turn).alias(SnapshotColumns.TURNS));
    }

    private static Dataset<Row> withAllCounts(Dataset<Row> facts) {
        Dataset<Row> all = facts;
        for (String count : List.of("sessions", "carts_left", "complaints")) {
            if (!List.of(all.columns()).contains(count)) {
                all = all.withColumn(count, lit(0L));
            }
        }
        return all;
    }
}
