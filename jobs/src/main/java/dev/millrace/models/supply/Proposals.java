package dev.millrace.models.supply;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.inventory.JointItem;
import dev.millrace.engines.inventory.JointLimits;
import dev.millrace.engines.inventory.JointOrder;
import dev.millrace.engines.inventory.JointOrders;
import dev.millrace.engines.inventory.PathDemand;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.PurchaseProposal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What to order of all that is planned.
 *
 * @param planner that planned it
 * @param budget money for all orders together; not bounded without it
 * @param asOf day on which is ordered
 */
record Proposals(ItemPlanner planner, Optional<Double> budget, LocalDate asOf) {

    private static final StructType BOUGHT = new StructType()
            .add("product_id", DataTypes.StringType, false)
            .add("location_id", DataTypes.StringType, false)
            .add("bought_packs", DataTypes.IntegerType, false)
            .add("bought_gain", DataTypes.DoubleType, false)
            .add("bought_method", DataTypes.StringType, false);

    /** As many items as are solved to the optimum within seconds. */
    private static final int MOST_ITEMS = 30;

    private static final double TOLERANCE = 0.001;
    private static final double PLACES = 1e4;

    /** Rows of gold/purchase_proposal. */
    Dataset<Row> of(Dataset<Row> planned) {
        Dataset<Row> wanted = planned.filter(col("order_quantity").gt(0));
        Dataset<Row> bought = wanted.sparkSession().createDataFrame(bought(wanted), BOUGHT);
        Column packs = coalesce(col("bought_packs"), col("order_quantity").divide(col("pack")))
                .cast("int");
        Column days = ceil(col("lead_time_days")).cast("int");
        Column asOfDate = lit(Date.valueOf(asOf));
        Dataset<Row> rows = wanted.join(bought, new String[] {"product_id", "location_id"}, "left")
                .withColumn("as_of_date", asOfDate)
                .withColumn("wanted_quantity", col("order_quantity"))
                .withColumn("packs", packs)
                .withColumn("quantity", col("packs").multiply(col("pack")))
                .withColumn("expected_arrival_date", date_add(asOfDate, days))
                .withColumn("runs_out_date", date_add(asOfDate, col("days_until_gone")))
                .withColumn(
                        "order_by_date",
                        coalesce(
                                date_add(
                                        asOfDate,
                                        greatest(lit(0), col("days_until_gone").minus(days))),
                                asOfDate))
                .withColumn("late", coalesce(col("days_until_gone").lt(days), lit(false)))
                .withColumn("days_sooner", col("days_until_gone"))
                .withColumn("cost", col("quantity").multiply(col("unit_cost")))
                .withColumn("expected_gain", coalesce(col("bought_gain"), col("expected_gain")))
                .withColumn("method", coalesce(col("bought_method"), lit("unbound")))
                .withColumn("why", concat(col("why"), withinBudget()));
        return columns(rows, PurchaseProposal.SPEC);
    }

    private Column withinBudget() {
        Column left = concat(lit(" Of these the budget leaves "), col("quantity"), lit("."));
        Column unpriced = lit(" What it costs is not known, so that the budget does not bound it.");
        return when(col("quantity").lt(col("order_quantity")), left)
                .when(lit(budget.isPresent()).and(col("unit_cost").isNull()), unpriced)
                .otherwise("");
    }

    /** What the budget leaves of each item; empty where it leaves everything. Items compete for it, so that this is done in the driver. */
    private List<Row> bought(Dataset<Row> wanted) {
        if (budget.isEmpty()) {
            return List.of();
        }
        List<Row> rows = wanted.filter(col("unit_cost").gt(0))
                .orderBy("product_id", "location_id")
                .collectAsList();
        double cost = rows.stream()
                .mapToDouble(row -> row.<Integer>getAs("order_quantity") * row.<Double>getAs("unit_cost"))
                .sum();
        if (cost <= budget.get()) {
            return List.of();
        }
        List<JointItem> items = rows.stream().map(this::item).toList();
        JointOrder order = new JointOrders(MOST_ITEMS, TOLERANCE)
                .of(items, new JointLimits(budget.get(), Double.POSITIVE_INFINITY));
        List<Row> bought = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int most = row.<Integer>getAs("order_quantity") / items.get(i).pack();
            int packs = Math.min(most, order.packs().get(i));
            double gain = Math.rint(items.get(i).gain(packs) * PLACES) / PLACES;
            bought.add(
                    RowFactory.create(row.getAs("product_id"), row.getAs("location_id"), packs, gain, method(order)));
        }
        return bought;
    }

    /** Where the budget is above all that pays, each item has its best. */
    private static String method(JointOrder order) {
        JointOrder.Method method =
                order.method() == JointOrder.Method.UNBOUND ? JointOrder.Method.OPTIMAL : order.method();
        return method.name().toLowerCase(Locale.ROOT);
    }

    private JointItem item(Row row) {
        PathDemand demand = new PathDemand(
                row.<Double>getList(row.fieldIndex("path")).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                row.<Double>getList(row.fieldIndex("relative_errors")).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                row.<Integer>getList(row.fieldIndex("lead_time_cases")).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
        return planner.jointItem(demand, StockItem.of(row));
    }

    /** The columns of a table, in its types. */
    static Dataset<Row> columns(Dataset<Row> rows, TableSpec table) {
        return rows.select(table.fields().stream()
                .map(field -> field.col().cast(field.type()).alias(field.name()))
                .toArray(Column[]::new));
    }
}
