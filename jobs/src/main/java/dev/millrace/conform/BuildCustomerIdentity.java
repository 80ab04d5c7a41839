package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.IdentitySettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.silver.Customer;
import dev.millrace.tables.silver.CustomerIdentity;
import dev.millrace.tables.silver.CustomerIdentityHistory;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds which customer numbers are one person's: those that share the value of an identity key, directly or by a chain of
 * others.
 *
 * <p>Which number belongs to which person depends on nothing but what is known of the customers. A person is called after the
 * member that was known first (the earliest day of delivery, then the least number). So when two persons turn out to be one, the
 * longer known name stays; when one turns out to be two, the part with that member keeps it, and the other is called after the
 * first of its own, a name that nobody else can have. In which order or in how many runs the deliveries came is all the same.
 *
 * <p>Since when that is known is remembered, and so does depend on the runs: see {@link IdentityHistory}. A number's first
 * assignment begins on the day on which the number was first known, if the person is called after it, and else on the newest day
 * on which any member was told of, for before that day the link may not have been known.
 */
public final class BuildCustomerIdentity implements Job {

    private static final TableSpec CHANGES = Customer.ENTITY.changes();
    private static final String CUSTOMER = "customer_id";
    private static final String GROUP = "_group";
    private static final String FIRST_KNOWN = "_first_known";
    private static final String LAST_KNOWN = "_last_known";

    private final IdentitySettings identity;

    public BuildCustomerIdentity(IdentitySettings identity) {
        this.identity = identity;
    }

    @Override
    public String name() {
        return "build-customer_identity";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CHANGES, Reach.DELIVERED),
                new Input(CHANGES, Reach.LATEST),
                new Input(Customer.SPEC, Reach.LATEST),
                new Input(CustomerIdentity.SPEC, Reach.PREVIOUS),
                new Input(CustomerIdentityHistory.SPEC, Reach.RECORD));
    }

    @Override
    public Set<Asset> outputs() {
        return new LinkedHashSet<>(List.of(CustomerIdentity.SPEC, CustomerIdentityHistory.SPEC));
    }

    @Override
    public String fingerprint() {
        return identity.toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> customers = inputs.newest(Customer.SPEC);
        IdentityLinks links = new IdentityLinks(identity, customers);
        Dataset<Row> known = inputs.newest(CHANGES)
                .groupBy(CUSTOMER)
                .agg(min("known_date").alias(FIRST_KNOWN), max("known_date").alias(LAST_KNOWN));
        Dataset<Row> before = inputs.previous(CustomerIdentityHistory.SPEC);
        Dataset<Row> history = new IdentityHistory(before, newestDay(known))
                .with(persons(customers.select(CUSTOMER).join(known, CUSTOMER), links.links()));
        Dataset<Row> current = history.filter("valid_to IS NULL")
                .select(col(CUSTOMER), col("person_id"), col("valid_from").alias("since"), col("linked_by"));
        return new JobOutputs(
                List.of(
                        Output.ofKeys(CustomerIdentityHistory.SPEC, history, numbers(history, before)),
                        Output.ofKeys(
                                CustomerIdentity.SPEC,
                                current,
                                numbers(history, inputs.previous(CustomerIdentity.SPEC)))),
                Optional.empty(),
                links.warnings(),
                List.of(history));
    }

    private static LocalDate newestDay(Dataset<Row> known) {
        Row newest = known.agg(max(LAST_KNOWN)).first();
        return newest.isNullAt(0) ? LocalDate.EPOCH : newest.getDate(0).toLocalDate();
    }

    private static Dataset<Row> persons(Dataset<Row> customers, Dataset<Row> links) {
        Dataset<Row> groups = ConnectedCustomers.of(links, col(CUSTOMER), col(IdentityLinks.HUB))
                .withColumnRenamed(ConnectedCustomers.MEMBER, CUSTOMER)
                .withColumnRenamed(ConnectedCustomers.LEAST, GROUP);
        WindowSpec group = Window.partitionBy(GROUP);
        Column eldest = first(CUSTOMER).over(group.orderBy(FIRST_KNOWN, CUSTOMER));
        return customers
                .join(groups, new String[] {CUSTOMER}, "left")
                .withColumn(GROUP, coalesce(col(GROUP), col(CUSTOMER)))
                .withColumn("_eldest", eldest)
                .withColumn("_told", max(LAST_KNOWN).over(group))
                .join(IdentityLinks.linkedBy(links), new String[] {CUSTOMER}, "left")
                .select(
                        col(CUSTOMER),
                        expr("left(sha2(_eldest, 256), 32)").alias("person_id"),
                        col("linked_by"),
                        when(col(CUSTOMER).equalTo(col("_eldest")), col(FIRST_KNOWN))
                                .otherwise(col("_told"))
                                .alias("begins"));
    }

    private static Dataset<Row> numbers(Dataset<Row> rows, Dataset<Row> before) {
        return rows.select(CUSTOMER).union(before.select(CUSTOMER)).distinct();
    }
}
