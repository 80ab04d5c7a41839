package dev.millrace.models.supply;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.engines.inventory.StockClass;
import dev.millrace.engines.inventory.StockClasses;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.StockSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.PurchaseProposal;
import dev.millrace.tables.gold.StockPlan;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.SupplyTerms;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Says of each product and place what should lie there, and what to order now, as of the newest date of the forecast. Any day of demand,
 * stock or deliveries that changed makes that date anew; rows of earlier dates are never touched.
 */
public final class PublishStockPlan implements Job {

    /** What a plan uses beside the forecast, where it is mapped. */
    public static final List<TableSpec> USED = List.of(StockLevel.SPEC, Shipment.SPEC, SupplyTerms.SPEC, Product.SPEC);

    private static final StructType CLASSED = new StructType()
            .add("product_id", DataTypes.StringType, false)
            .add("location_id", DataTypes.StringType, false)
            .add("stock_class", DataTypes.StringType, false);

    private final StockSettings settings;
    private final boolean byPlace;
    private final Set<TableSpec> mapped;

    /**
     * The job of a company.
     *
     * @param settings that name a forecast
     * @param byPlace whether its series are products in places
     * @param mapped which of {@link #USED} there are
     */
    public PublishStockPlan(StockSettings settings, boolean byPlace, Set<TableSpec> mapped) {
        this.settings = settings;
        this.byPlace = byPlace;
        this.mapped = Set.copyOf(mapped);
    }

    @Override
    public String name() {
        return "publish-stock_plan";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = SupplyFacts.inputs(USED, mapped);
        inputs.add(new Input(StockPlan.SPEC, Reach.RECORD));
        inputs.add(new Input(PurchaseProposal.SPEC, Reach.RECORD));
        return inputs;
    }

    @Override
    public Set<Asset> outputs() {
        Set<Asset> outputs = new LinkedHashSet<>();
        outputs.add(StockPlan.SPEC);
        outputs.add(PurchaseProposal.SPEC);
        return outputs;
    }

    @Override
    public String fingerprint() {
        return settings + " " + byPlace + " "
                + USED.stream().filter(mapped::contains).map(TableSpec::id).toList();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        NewestForecast forecast = NewestForecast.of(inputs, settings.forecast().orElseThrow());
        LocalDate asOf = forecast.asOf();
        StockItems gathered =
                new StockItems(forecast, new SupplyFacts(inputs, mapped, byPlace, settings.lookbackDays(), asOf));
        Dataset<Row> items = gathered.all().persist(StorageLevel.MEMORY_AND_DISK());
        try {
            ItemPlanner planner = planner(SupplierLeadTime.of(gathered.leadTimes()));
            Dataset<Row> planned = planner.plan(classed(items)).persist(StorageLevel.MEMORY_AND_DISK());
            Dataset<Row> proposals = new Proposals(planner, settings.budget(), asOf).of(planned);
            List<Output> outputs = List.of(
                    forecast.output(StockPlan.SPEC, plans(planned, asOf)),
                    forecast.output(PurchaseProposal.SPEC, proposals));
            return new JobOutputs(outputs, Optional.empty(), List.of(), List.of(items, planned));
        } catch (RuntimeException | Error e) {
            items.unpersist();
            throw e;
        }
    }

    private ItemPlanner planner(Map<String, SupplierLeadTime> leadTimes) {
        return new ItemPlanner(
                settings.reviewDays(), settings.leadTimeDays(), settings.service(), settings.costs(), leadTimes);
    }

    /** Classes compare all items, by two numbers of each, and so are told in the driver. */
    private Dataset<Row> classed(Dataset<Row> items) {
        String days = "slice(days, 1, " + settings.classes().days() + ")";
        Column units = expr("aggregate(" + days + ", 0D, (units, day) -> units + greatest(day.expected, 0D))");
        Column off = expr("coalesce(element_at(" + days + ", -1).total_deviation, sqrt(units))");
        List<Row> rows = items.withColumn("units", units)
                .select(
                        col("product_id"),
                        col("location_id"),
                        col("units")
                                .multiply(coalesce(col("unit_cost"), lit(1)))
                                .alias("value"),
                        off.divide(expr("nullif(units, 0D)")).alias("variation"))
                .orderBy("product_id", "location_id")
                .collectAsList();
        StockSettings.Classes bounds = settings.classes();
        List<StockClass> classes = new StockClasses(
                        bounds.valueOfA(), bounds.valueOfB(), bounds.variationOfX(), bounds.variationOfY())
                .of(
                        rows.stream().mapToDouble(row -> row.getDouble(2)).toArray(),
                        rows.stream()
                                .mapToDouble(row -> row.isNullAt(3) ? Double.NaN : row.getDouble(3))
                                .toArray());
        List<Row> classed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            classed.add(RowFactory.create(
                    rows.get(i).getString(0),
                    rows.get(i).getString(1),
                    classes.get(i).toString()));
        }
        Dataset<Row> found = items.sparkSession().createDataFrame(classed, CLASSED);
        return items.join(found, new String[] {"product_id", "location_id"});
    }

    private Dataset<Row> plans(Dataset<Row> planned, LocalDate asOf) {
        Dataset<Row> rows = planned.withColumn("as_of_date", lit(Date.valueOf(asOf)))
                .withColumn("review_days", lit(settings.reviewDays()))
                .withColumn("on_hand", coalesce(col("on_hand"), lit(0.0)))
                .withColumn("on_order", coalesce(col("on_order"), lit(0.0)))
                .withColumn("position", col("on_hand").plus(col("on_order")));
        return Proposals.columns(rows, StockPlan.SPEC);
    }
}
