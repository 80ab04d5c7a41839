package dev.millrace.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.silver.OrderLine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Makes order lines from every source that a mapping turns into them. The days that new rows lie on are made anew from the new
 * rows and from those already there, so that a late or repeated line lands where it would have landed in time.
 */
public final class ConformOrderLine implements Job {

    private static final Column[] OLDEST_FIRST = {col("known_date"), col("source_file"), col("source_ordinal")};
    private static final Column[] NEWEST_FIRST = {
        col("known_date").desc(),
        col("source_file").desc(),
        col("source_ordinal").desc()
    };

    private final Settings settings;
    private final List<EntityMapping> mappings;

    public ConformOrderLine(Settings settings) {
        this.settings = settings;
        this.mappings = settings.mappingsOnto(OrderLine.SPEC.name());
    }

    @Override
    public String name() {
        return "conform-order_line";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>();
        inputs.add(new Input(OrderLine.SPEC, Reach.PREVIOUS));
        mappings.forEach(
                mapping -> inputs.add(new Input(DeliveredRow.of(settings.source(mapping.source())), Reach.DELIVERED)));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(OrderLine.SPEC);
    }

    @Override
    public String fingerprint() {
        return mappings.toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        JudgedRows judged = JudgedRows.of(settings, mappings, OrderLine.SPEC, derived(), inputs);
        DaySet days = judged.days();
        Dataset<Row> known = inputs.previous(OrderLine.SPEC)
                .filter(days.covers(OrderLine.ORDER_DATE.col()))
                .filter(not(judged.deliveredAgain()));
        Dataset<Row> lines = numbered(oneVersion(withoutDuplicates(judged.good().unionByName(known))));
        return JobOutputs.of(OrderLine.SPEC, lines, days).rejecting(judged.rejected());
    }

    private static Map<Field, Column> derived() {
        Map<Field, Column> derived = new LinkedHashMap<>();
        derived.put(OrderLine.ORDER_DATE, expr("CAST(order_ts AS DATE)"));
        derived.put(OrderLine.AMOUNT, expr("quantity * unit_price"));
        derived.put(
                OrderLine.KIND,
                expr("CASE WHEN quantity < 0 THEN 'return' WHEN quantity > 0 THEN 'sale' ELSE 'adjustment' END"));
        return derived;
    }

    /** Of rows that are equal in every delivered column the first stays, for sources that say so. */
    private Dataset<Row> withoutDuplicates(Dataset<Row> lines) {
        List<String> dropping = mappings.stream()
                .filter(EntityMapping::dropExactDuplicates)
                .map(EntityMapping::source)
                .toList();
        if (dropping.isEmpty()) {
            return lines;
        }
        WindowSpec copies = Window.partitionBy("order_id", "order_date", "source", "source_hash")
                .orderBy(OLDEST_FIRST);
        return lines.repartition(col("order_id"), col("order_date"))
                .withColumn("_copy", row_number().over(copies))
                .filter(col("_copy").equalTo(1).or(not(col("source").isin(dropping.toArray()))))
                .drop("_copy");
    }

    /** Of a line that its source numbers and delivered again, the newest version stays. */
    private Dataset<Row> oneVersion(Dataset<Row> lines) {
        Object[] numbering = numberingSources();
        if (numbering.length == 0) {
            return lines;
        }
        WindowSpec versions = Window.partitionBy("order_id", "order_date", "line_number", "source")
                .orderBy(NEWEST_FIRST);
        return lines.withColumn("_version", row_number().over(versions))
                .filter(col("_version").equalTo(1).or(not(col("source").isin(numbering))))
                .drop("_version");
    }

    /** Lines of sources that do not number them are counted within the order's day, in the order of delivery. */
    private Dataset<Row> numbered(Dataset<Row> lines) {
        Object[] numbering = numberingSources();
        if (numbering.length == mappings.size()) {
            return lines;
        }
        WindowSpec order = Window.partitionBy("order_id", "order_date").orderBy(OLDEST_FIRST);
        Column given = col("source").isin(numbering);
        return lines.withColumn(
                "line_number",
                when(given, col("line_number")).otherwise(row_number().over(order)));
    }

    private Object[] numberingSources() {
        return mappings.stream()
                .filter(mapping -> mapping.columns().containsKey("line_number"))
                .map(EntityMapping::source)
                .toArray();
    }
}
