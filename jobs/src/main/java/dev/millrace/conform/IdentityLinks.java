package dev.millrace.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;

import dev.millrace.job.Warning;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.IdentitySettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The values of identity keys that customers share, and whom they link. */
final class IdentityLinks {

    /** The least of the customers that share a value; each of them is linked to it. */
    static final String HUB = "hub_id";

    private static final String CUSTOMER = "customer_id";

    private final IdentitySettings identity;
    private final Dataset<Row> values;
    private final Dataset<Row> shared;

    IdentityLinks(IdentitySettings identity, Dataset<Row> customers) {
        this.identity = identity;
        this.values = values(identity, customers);
        this.shared = values.groupBy("key", "value")
                .agg(count(lit(1)).alias("customers"), min(CUSTOMER).alias(HUB))
                .filter(col("customers").gt(1));
    }

    private static Dataset<Row> values(IdentitySettings identity, Dataset<Row> customers) {
        requireUsable(identity, customers);
        List<Column> keys = new ArrayList<>();
        identity.keys()
                .forEach((name, sql) -> keys.add(struct(
                        lit(name).alias("key"),
                        nullif(trim(expr(sql).cast("string")), lit("")).alias("value"))));
        return customers
                .select(
                        col(CUSTOMER),
                        explode(array(keys.toArray(new Column[0]))).alias("_key"))
                .select(col(CUSTOMER), col("_key.key"), col("_key.value"))
                .filter(col("value").isNotNull());
    }

    private static void requireUsable(IdentitySettings identity, Dataset<Row> customers) {
        List<String> problems = new ArrayList<>();
        identity.keys().forEach((name, sql) -> {
            try {
                customers.select(expr(sql).cast("string"));
            } catch (Exception e) {
                // Spark's Scala code throws it without declaring it, so that it cannot be caught by name.
                if (!(e instanceof AnalysisException)) {
                    throw e;
                }
                problems.add("'identity.keys." + name + "' cannot be used: "
                        + e.getMessage().lines().findFirst().orElse("") + " It may use the columns of silver/customer: "
                        + String.join(", ", customers.columns()) + ".");
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** {@code customer_id, key, hub_id} for each customer and key whose value links it to others. */
    Dataset<Row> links() {
        Dataset<Row> linking = shared.filter(col("customers").leq(identity.maxShared()));
        return values.join(linking, new String[] {"key", "value"}, "inner").select(CUSTOMER, "key", HUB);
    }

    /** {@code customer_id, linked_by}: the names of the keys that link a customer. */
    static Dataset<Row> linkedBy(Dataset<Row> links) {
        return links.groupBy(CUSTOMER)
                .agg(array_join(array_sort(collect_set("key")), ", ").alias("linked_by"));
    }

    /** One for each key with values that too many share. The values themselves are persons' and not told. */
    List<Warning> warnings() {
        return shared
                .filter(col("customers").gt(identity.maxShared()))
                .groupBy("key")
                .agg(count(lit(1)), max("customers"), sum("customers"))
                .orderBy("key")
                .collectAsList()
                .stream()
                .map(row -> new Warning(
                        "identity_key_shared_" + row.getString(0),
                        row.getLong(3),
                        row.getLong(1) + " value(s) of identity.keys." + row.getString(0) + " are shared by up to "
                                + row.getLong(2) + " customers each, more than identity.max-shared = "
                                + identity.maxShared() + ", and link nobody. Let the key's SQL leave out what is no"
                                + " customer's own, or raise the limit."))
                .toList();
    }
}
