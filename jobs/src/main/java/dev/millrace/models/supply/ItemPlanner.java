package dev.millrace.models.supply;

import dev.millrace.engines.inventory.DemandDistribution;
import dev.millrace.engines.inventory.JointItem;
import dev.millrace.engines.inventory.MinMax;
import dev.millrace.engines.inventory.OrderTerms;
import dev.millrace.engines.inventory.OrderUpTo;
import dev.millrace.engines.inventory.PathDemand;
import dev.millrace.engines.inventory.PlanNote;
import dev.millrace.engines.inventory.ServiceByClass;
import dev.millrace.engines.inventory.ServiceTarget;
import dev.millrace.engines.inventory.StockClass;
import dev.millrace.engines.inventory.StockPlan;
import dev.millrace.engines.inventory.StockPlanner;
import dev.millrace.engines.inventory.StockPolicy;
import dev.millrace.engines.inventory.ValueClass;
import dev.millrace.engines.inventory.VariabilityClass;
import dev.millrace.settings.StockSettings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Plans each item in the executor that has it, in plain Java: the least stock for a service is found by bisection over loss functions,
 * which no column expression can say, and an item needs nothing of another.
 *
 * @param review days to the next review
 * @param assumedLeadTime days, where nothing tells it
 * @param service that is aimed at
 * @param costs of stock and the lack of it
 * @param leadTimes by supplier; under null those of one without deliveries of its own
 */
record ItemPlanner(
        int review,
        int assumedLeadTime,
        StockSettings.ServiceLevels service,
        StockSettings.Costs costs,
        Map<String, SupplierLeadTime> leadTimes)
        implements Serializable {

    /** What {@link #plan} adds to an item. */
    private static final StructType ADDED = new StructType()
            .add("daily_demand", DataTypes.DoubleType)
            .add("lead_time_days", DataTypes.DoubleType)
            .add("lead_time_days_90", DataTypes.IntegerType)
            .add("lead_time_source", DataTypes.StringType)
            .add("lead_time_deliveries", DataTypes.IntegerType)
            .add("expected_demand", DataTypes.DoubleType)
            .add("demand_deviation", DataTypes.DoubleType)
            .add("safety_stock", DataTypes.DoubleType)
            .add("reorder_point", DataTypes.IntegerType)
            .add("order_up_to", DataTypes.IntegerType)
            .add("order_quantity", DataTypes.IntegerType)
            .add("pack", DataTypes.IntegerType)
            .add("minimum_packs", DataTypes.IntegerType)
            .add("target_fill_rate", DataTypes.DoubleType)
            .add("expected_fill_rate", DataTypes.DoubleType)
            .add("days_of_cover", DataTypes.DoubleType)
            .add("holding_cost_per_year", DataTypes.DoubleType)
            .add("ordering_cost_per_year", DataTypes.DoubleType)
            .add("shortage_cost_per_year", DataTypes.DoubleType)
            .add("waste_cost_per_year", DataTypes.DoubleType)
            .add("policy", DataTypes.StringType)
            .add("notes", DataTypes.createArrayType(DataTypes.StringType))
            .add("assumed", DataTypes.createArrayType(DataTypes.StringType))
            .add("days_until_gone", DataTypes.IntegerType)
            .add("expected_gain", DataTypes.DoubleType)
            .add("why", DataTypes.StringType)
            .add("path", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("relative_errors", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("lead_time_cases", DataTypes.createArrayType(DataTypes.IntegerType));

    private static final double DAYS_A_YEAR = 365;
    private static final double PLACES = 1e4;

    /** How long an order takes, and who says so. */
    private record Lead(SupplierLeadTime time, String source) {}

    /** The items of {@link StockItems} with their class, and what is planned of each. */
    Dataset<Row> plan(Dataset<Row> items) {
        StructType schema = StockItems.SCHEMA;
        for (StructField field : ADDED.fields()) {
            schema = schema.add(field);
        }
        return items.map((MapFunction<Row, Row>) this::plan, Encoders.row(schema));
    }

    private Row plan(Row row) {
        StockItem item = StockItem.of(row);
        Set<String> assumed = new TreeSet<>(item.unknown());
        Lead lead = lead(item, assumed);
        OrderTerms terms = item.terms();
        int span = Arrays.stream(lead.time().cases()).max().orElseThrow() + review;
        int looked = item.perishable() ? span - review + Math.max(review, terms.shelfLife()) : span;
        ExpectedDemand expected = ExpectedDemand.of(item.expected(), item.totalDeviation(), looked, span, assumed);
        PathDemand demand = expected.over(lead.time().cases(), review, assumed);
        ServiceTarget target = target(item.stockClass());
        StockPlan plan = new StockPlanner(demand, review, terms, target).orderUpTo();
        StockPolicy policy = plan.policy();
        int quantity = policy.order(item.position());
        DemandDistribution untilNext = demand.overLeadTimeAnd(review);
        double daily = expected.daily();
        int gone = expected.daysUntilGone(item.position());
        double gain = jointItem(demand, item).gain(quantity / terms.pack());
        Object[] added = {
            rounded(daily),
            rounded(lead.time().mean()),
            lead.time().longest(),
            lead.source(),
            lead.time().deliveries(),
            rounded(untilNext.mean()),
            rounded(untilNext.deviation()),
            rounded(plan.service().safetyStock()),
            policy.reorderPoint(),
            level(policy),
            quantity,
            terms.pack(),
            item.minimumPacks(),
            target.level(),
            rounded(plan.service().fillRate()),
            daily > 0 ? rounded(Math.max(0, item.onHand()) / daily) : null,
            costOf(item, plan.service().meanStock() * costs.holdingShare()),
            rounded(plan.service().ordersPerPeriod() * DAYS_A_YEAR * orderCost(item)),
            costOf(item, plan.service().shortPerPeriod() * DAYS_A_YEAR * costs.shortageShare()),
            costOf(item, plan.service().wastePerPeriod() * DAYS_A_YEAR),
            policy.form(),
            plan.notes().stream().map(ItemPlanner::word).sorted().toArray(String[]::new),
            assumed.toArray(String[]::new),
            gone < 0 ? null : gone,
            item.unitCost() == null ? null : rounded(gain),
            why(item, policy, quantity, lead.time()),
            quantity > 0 ? DoubleStream.of(demand.expected()).boxed().toArray(Double[]::new) : null,
            quantity > 0 ? DoubleStream.of(demand.relativeErrors()).boxed().toArray(Double[]::new) : null,
            quantity > 0 ? Arrays.stream(lead.time().cases()).boxed().toArray(Integer[]::new) : null
        };
        Object[] values = new Object[row.size() + added.length];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        System.arraycopy(added, 0, values, row.size(), added.length);
        return RowFactory.create(values);
    }

    /** The item as one of several that share a budget. */
    JointItem jointItem(PathDemand demand, StockItem item) {
        double unitCost = item.unitCost() == null ? 0 : item.unitCost();
        return new JointItem(
                demand.overLeadTimeAnd(review),
                item.position(),
                item.terms().pack(),
                item.minimumPacks(),
                unitCost,
                0,
                unitCost * costs.shortageShare(),
                unitCost * costs.holdingShare() * review / DAYS_A_YEAR);
    }

    private Lead lead(StockItem item, Set<String> assumed) {
        SupplierLeadTime own = item.partner() == null ? null : leadTimes.get(item.partner());
        if (own != null) {
            return new Lead(own, "shipments");
        }
        if (item.agreedLeadTime() != null) {
            return new Lead(SupplierLeadTime.certain(item.agreedLeadTime()), "terms");
        }
        assumed.add("lead_time");
        SupplierLeadTime others = leadTimes.get(null);
        return others == null
                ? new Lead(SupplierLeadTime.certain(assumedLeadTime), "assumed")
                : new Lead(others, "other_suppliers");
    }

    private ServiceTarget target(String stockClass) {
        ServiceByClass byClass = ServiceByClass.of(
                ServiceTarget.Measure.FILL_RATE, service.a(), service.b(), service.c(), service.lessByVariability());
        return byClass.target(new StockClass(
                ValueClass.valueOf(stockClass.substring(0, 1)), VariabilityClass.valueOf(stockClass.substring(1))));
    }

    private static int level(StockPolicy policy) {
        if (policy instanceof OrderUpTo upTo) {
            return upTo.level();
        }
        return policy instanceof MinMax minMax ? minMax.level() : policy.highest();
    }

    private double orderCost(StockItem item) {
        return item.orderCost() == null ? costs.order() : item.orderCost();
    }

    private static Double costOf(StockItem item, double units) {
        return item.unitCost() == null ? null : rounded(units * item.unitCost());
    }

    private String why(StockItem item, StockPolicy policy, int quantity, SupplierLeadTime lead) {
        return String.format(
                Locale.ROOT,
                "%.0f units lie there and %.0f are on order; at %d or below, %d are ordered up to, to last until the next review's"
                        + " order comes, in %.0f days: %d in packs of %d.",
                item.onHand(),
                item.onOrder(),
                policy.reorderPoint(),
                level(policy),
                lead.mean() + review,
                quantity,
                item.terms().pack());
    }

    private static String word(PlanNote note) {
        return note.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double value) {
        return Math.rint(value * PLACES) / PLACES;
    }
}
