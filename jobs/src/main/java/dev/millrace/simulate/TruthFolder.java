package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sequence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes what was planted, as CSV beside the delivered feeds. */
final class TruthFolder {

    static final String NAME = "_truth";

    private final SparkSession spark;
    private final ShopPlan plan;
    private final Folder work;
    private final Folder truth;

    TruthFolder(SparkSession spark, ShopPlan plan, Folder work, Folder landing) {
        this.spark = spark;
        this.plan = plan;
        this.work = work.in(NAME);
        this.truth = landing.in(NAME);
    }

    void write(Dataset<Row> population, Shop shop, List<DeliveredFile> files) {
        Dataset<Row> products = shop.products();
        Dataset<Row> weekly = shop.weekly();
        table(
                "customers",
                population,
                "customer_id",
                "segment",
                "order_rate",
                "signup_date",
                "churn_on",
                "churn_driver",
                "favourite_category",
                "return_prone",
                "acquisition_channel");
        table(
                "products",
                products,
                "product_id",
                "category",
                "base_price",
                "base_demand",
                "elasticity",
                "unit_cost",
                "launched_on");
        table("prices", weekly, "product_id", "week_start", "price", "promoted", "demand_factor");
        table("days", days(), "day", "weekly_factor", "yearly_factor");
        shop.supply().ifPresent(supply -> supply(supply, weekly));
        truth.write("dirt.csv", lines(DeliveredFile.HEADER, files.stream().map(DeliveredFile::toCsv)));
        PlantedNumbers.tables(plan).forEach(truth::write);
        truth.write("README.md", plan.supply() ? TruthReadme.TEXT + TruthReadme.SUPPLY : TruthReadme.TEXT);
    }

    private void supply(Supply supply, Dataset<Row> weekly) {
        table(
                "stock_days",
                supply.books().days(),
                "product_id",
                "day",
                "opening",
                "received",
                "sold",
                "lost",
                "closing");
        table("supply", supply.terms(), "product_id", "supplier_id", "lead_days", "pack", "held_from", "held_to");
        table("promotions", new SupplyFeeds(plan).planned(weekly), "product_id", "starts_on", "share", "withdrawn");
        truth.write(
                "suppliers.csv",
                lines(
                        "supplier_id,lead_days,late_share,mean_days_late,planted_late",
                        Supplier.of(plan.products()).stream().map(TruthFolder::line)));
    }

    private static String line(Supplier supplier) {
        return String.join(
                ",",
                supplier.id(),
                Integer.toString(supplier.leadDays()),
                Double.toString(supplier.lateShare()),
                Double.toString(supplier.meanDaysLate()),
                Boolean.toString(supplier.planted()));
    }

    private Dataset<Row> days() {
        return spark.range(1)
                .withColumn(
                        "day",
                        explode(sequence(plan.horizon().first(), plan.horizon().end())))
                .withColumn("weekly_factor", Season.weekly(col("day")))
                .withColumn("yearly_factor", Season.yearly(col("day")));
    }

    /** One file, sorted by its first two columns, which are its key. */
    private void table(String name, Dataset<Row> rows, String first, String... others) {
        rows.select(first, others)
                .repartition(1)
                .sortWithinPartitions(col(first), col(others[0]))
                .write()
                .option("header", true)
                .csv(work.in(name).uri());
        work.moveOnlyFile(name, truth, name + ".csv");
    }

    static String lines(String header, Stream<String> lines) {
        return Stream.concat(Stream.of(header), lines).collect(Collectors.joining("\n", "", "\n"));
    }
}
