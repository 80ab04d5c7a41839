package dev.millrace.models.supply;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.materials.BillCycleException;
import dev.millrace.engines.materials.BillLine;
import dev.millrace.engines.materials.BillOfMaterials;
import dev.millrace.engines.materials.LotSize;
import dev.millrace.engines.materials.MaterialPlan;
import dev.millrace.engines.materials.MaterialRequirements;
import dev.millrace.engines.materials.OpenOrder;
import dev.millrace.engines.materials.PartRules;
import dev.millrace.job.DataException;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.StockSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.MaterialRequirement;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.BillComponent;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.SupplyTerms;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says what is needed of each part in the weeks to come, as of the newest date of the forecast: demand exploded through bills of materials,
 * less stock and what is on order. Levels wait for each other, so that this is done in the driver; it takes no more than the parts that
 * bills name. Weeks that are forecast in part are left out. Rows of earlier dates are never touched.
 */
public final class PublishMaterialRequirement implements Job {

    /** What a plan uses beside forecast and bills, where it is mapped. */
    public static final List<TableSpec> USED = List.of(StockLevel.SPEC, Shipment.SPEC, SupplyTerms.SPEC);

    private static final int WEEK = 7;

    private final StockSettings settings;
    private final Set<TableSpec> mapped;

    /**
     * The job of a company that maps bills of materials.
     *
     * @param settings that name a forecast
     * @param mapped which of {@link #USED} there are
     */
    public PublishMaterialRequirement(StockSettings settings, Set<TableSpec> mapped) {
        this.settings = settings;
        this.mapped = Set.copyOf(mapped);
    }

    @Override
    public String name() {
        return "publish-material_requirement";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = SupplyFacts.inputs(USED, mapped);
        inputs.add(new Input(BillComponent.SPEC, Reach.LATEST));
        inputs.add(new Input(MaterialRequirement.SPEC, Reach.RECORD));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(MaterialRequirement.SPEC);
    }

    @Override
    public String fingerprint() {
        return settings.forecast() + " " + settings.lookbackDays() + " "
                + USED.stream().filter(mapped::contains).map(TableSpec::id).toList();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        NewestForecast forecast = NewestForecast.of(inputs, settings.forecast().orElseThrow());
        SupplyFacts facts = new SupplyFacts(inputs, mapped, false, settings.lookbackDays(), forecast.asOf());
        Dataset<Row> lines = lines(inputs.newest(BillComponent.SPEC), forecast);
        Dataset<Row> parts = parts(lines);
        List<PartFacts> known = known(facts, parts);
        int weeks = weeks(forecast);
        BillOfMaterials bill = bill(lines);
        MaterialPlan plan = new MaterialRequirements(bill, rules(known), open(facts, parts, known))
                .plan(demand(forecast, parts, weeks), weeks);
        Set<String> made = known.stream()
                .map(PartFacts::part)
                .filter(part -> !bill.componentsOf(part).isEmpty())
                .collect(toSet());
        Dataset<Row> rows = parts.sparkSession()
                .createDataFrame(
                        new RequirementRows(forecast.asOf(), known, made).of(plan), MaterialRequirement.SPEC.schema());
        return new JobOutputs(List.of(forecast.output(MaterialRequirement.SPEC, rows)), Optional.empty(), List.of());
    }

    private static Dataset<Row> lines(Dataset<Row> bill, NewestForecast forecast) {
        return bill.filter(BillComponent.ENDED_ON
                .col()
                .isNull()
                .or(BillComponent.ENDED_ON.col().gt(lit(Date.valueOf(forecast.asOf())))));
    }

    private static Dataset<Row> parts(Dataset<Row> lines) {
        return lines.select(expr("explode(array(parent_id, component_id))").alias("product_id"))
                .distinct()
                .withColumn("location_id", lit(SupplyTerms.ANY));
    }

    /** Throws a {@link DataException} that names the parts of a circle. */
    private static BillOfMaterials bill(Dataset<Row> lines) {
        List<BillLine> all = lines
                .orderBy(BillComponent.PARENT_ID.col(), BillComponent.COMPONENT_ID.col(), BillComponent.BILL_LINE.col())
                .collectAsList()
                .stream()
                .map(row -> new BillLine(
                        row.getAs("parent_id"),
                        row.getAs("component_id"),
                        row.<Double>getAs("quantity"),
                        row.getAs("scrap") == null ? 0 : row.<Double>getAs("scrap")))
                .toList();
        try {
            return new BillOfMaterials(all);
        } catch (BillCycleException e) {
            throw new DataException(
                    e.getMessage()
                            + " Have silver/bill_component corrected at its source, or end the line by ended_on.",
                    e);
        }
    }

    private static List<PartFacts> known(SupplyFacts facts, Dataset<Row> parts) {
        return facts
                .withTerms(parts)
                .join(facts.counts(), new String[] {"product_id", "location_id"}, "left")
                .orderBy("product_id")
                .collectAsList()
                .stream()
                .map(PartFacts::of)
                .toList();
    }

    private static Map<String, PartRules> rules(List<PartFacts> known) {
        Map<String, PartRules> rules = new HashMap<>();
        for (PartFacts part : known) {
            LotSize lots = new LotSize(or(part.minimum(), 0), or(part.pack(), 0), 1);
            rules.put(part.part(), new PartRules(or(part.onHand(), 0), 0, part.leadWeeks(), lots));
        }
        return rules;
    }

    /** Open shipments where they are mapped, which say when they come; else what the counts say is on order, after its lead time. */
    private List<OpenOrder> open(SupplyFacts facts, Dataset<Row> parts, List<PartFacts> known) {
        List<OpenOrder> orders = new ArrayList<>();
        if (mapped.contains(Shipment.SPEC)) {
            Column days = datediff(Shipment.PLANNED_DATE.col(), lit(Date.valueOf(facts.asOf())));
            facts.open()
                    .join(parts, new String[] {"product_id"}, "left_semi")
                    .select(
                            Shipment.SHIPMENT_ID.col(),
                            Shipment.PRODUCT_ID.col(),
                            Shipment.QUANTITY_DELIVERED.col().cast("double"),
                            days)
                    .orderBy("shipment_id")
                    .collectAsList()
                    .forEach(row -> orders.add(new OpenOrder(
                            row.getString(0), row.getString(1), row.getDouble(2), Math.floorDiv(row.getInt(3), WEEK))));
            return orders;
        }
        known.stream()
                .filter(part -> or(part.onOrder(), 0) > 0)
                .forEach(part -> orders.add(new OpenOrder("", part.part(), part.onOrder(), part.leadWeeks())));
        return orders;
    }

    private static int weeks(NewestForecast forecast) {
        Row longest = forecast.rows().agg(max(DemandForecast.STEP.col())).first();
        return longest.isNullAt(0) ? 1 : Math.max(1, longest.getInt(0) / WEEK);
    }

    private static Map<String, double[]> demand(NewestForecast forecast, Dataset<Row> parts, int weeks) {
        Map<String, double[]> demand = new HashMap<>();
        forecast.rows()
                .join(parts.select("product_id"), new String[] {"product_id"}, "left_semi")
                .filter(DemandForecast.STEP.col().leq(weeks * WEEK))
                .groupBy(
                        col("product_id"),
                        expr("CAST((step - 1) DIV " + WEEK + " AS INT)").alias("week"))
                .agg(sum(expr("greatest(expected, 0D)")).alias("units"))
                .collectAsList()
                .forEach(row -> demand.computeIfAbsent(row.getString(0), part -> new double[weeks])[row.getInt(1)] =
                        row.getDouble(2));
        return demand;
    }

    private static double or(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
